"""What a command needs from outside, looked at before it does anything. Each lack has one line."""

import tempfile
from pathlib import Path
from typing import Final

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from cheguan.secrets import keys_in
from cheguan.settings import Settings, UnsafeSettings

_FORM: Final = "postgresql://USER:PASSWORD@HOST:PORT/NAME"


def check_addresses(settings: Settings) -> None:
    """Raises ``UnsafeSettings`` for an address of a database that is none."""
    if settings.database_url:
        check_address("DATABASE_URL", settings.database_url)
    if settings.vault_database_url:
        check_address("VAULT_DATABASE_URL", settings.vault_database_url)


def check_address(name: str, url: str) -> None:
    """Raises ``UnsafeSettings`` without repeating the address, which may hold a password."""
    try:
        conninfo_to_dict(url)
    except ProgrammingError:
        raise UnsafeSettings(f"{name} is no address of a database: write {_FORM}") from None


def check_folders(settings: Settings) -> None:
    """Looks at the folders of whoever gives commands.

    Raises ``UnsafeSettings`` for one that cannot be used, and ``KeyFileUnsafe`` for a key that
    others can read.
    """
    check_folder("CHEGUAN_SECRETS_DIR", settings.secrets_dir)
    check_folder("CHEGUAN_KNOWN_DIR", settings.known_dir)
    keys_in(settings.secrets_dir)


def check_folder(variable: str, folder: Path) -> None:
    """Makes the folder if it is not there, and raises ``UnsafeSettings`` if nobody can write."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as refused:
        raise UnsafeSettings(
            f"{folder} must be a folder in which files can be made ({refused.strerror}). "
            f"Choose another with {variable}."
        ) from None


def check_servers(servers: str) -> None:
    """Raises ``UnsafeSettings`` for what is no list of Kafka servers."""
    for server in servers.split(","):
        _, _, port = server.strip().rpartition(":")
        if not (port.isascii() and port.isdecimal() and 0 < int(port) < 65_536):
            raise UnsafeSettings(
                "KAFKA_BOOTSTRAP_SERVERS names no servers: write HOST:PORT,HOST:PORT"
            )
