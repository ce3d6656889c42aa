"""A database for one run. It is private and migrated, and gone afterwards."""

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

import psycopg
from psycopg.conninfo import conninfo_to_dict

from cheguan.embedded import embedded_postgres
from cheguan.migrate import migrate_all
from cheguan.registry import REGISTRY

LIBRARY_SCHEMA = "library"
UNLIMITED: Final = "1000000"
"""One client alone asks for all that is measured."""
_OURS = ("CHEGUAN_", "PG", "POSTGRES_", "FAILPOINTS")
_ADDRESSES = frozenset({"DATABASE_URL", "VAULT_DATABASE_URL", "PERSISTENCE_MODULE"})


class Scratch(NamedTuple):
    """``folder`` holds the data and the secrets, ``url`` names the migrated database."""

    folder: Path
    url: str

    def environment(self) -> dict[str, str]:
        """The environment of a server of this run. No setting of another installation is in it."""
        kept = {
            key: text
            for key, text in os.environ.items()
            if not key.startswith(_OURS) and key not in _ADDRESSES
        }
        return kept | {
            "CHEGUAN_DATA": str(self.folder),
            "CHEGUAN_RATES_TIMES": UNLIMITED,
            "DATABASE_URL": self.url,
        }


@contextmanager
def scratch() -> Iterator[Scratch]:
    """Makes the database below ``TMPDIR``, with the settings of the embedded server (fsync on)."""
    with tempfile.TemporaryDirectory(prefix="cheguan-bench-") as name:
        folder = Path(name)
        with embedded_postgres(folder) as url:
            migrate_all(url, url, REGISTRY.projections)
            with psycopg.connect(url, autocommit=True) as connection:
                connection.execute(f"CREATE SCHEMA {LIBRARY_SCHEMA}".encode())
            yield Scratch(folder, url)


def library_settings(url: str) -> Mapping[str, str]:
    """The settings by which ``eventsourcing`` uses the same server, in a schema of its own."""
    place = conninfo_to_dict(url)
    return {
        "PERSISTENCE_MODULE": "eventsourcing.postgres",
        "POSTGRES_DBNAME": str(place["dbname"]),
        "POSTGRES_HOST": str(place["host"]),
        "POSTGRES_PORT": str(place["port"]),
        "POSTGRES_USER": str(place["user"]),
        "POSTGRES_PASSWORD": "",
        "POSTGRES_SCHEMA": LIBRARY_SCHEMA,
    }
