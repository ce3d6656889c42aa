"""Backs the store and the vault up, without the keys, and says in a manifest what is in it.

The dump, the digests and the position are of one snapshot. A vault in another database is dumped
after the store, so it holds the data key of every event in the backup that nobody has erased.
"""

import hashlib
import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import msgspec
import psycopg
from psycopg.rows import TupleRow

from cheguan.compose import BUILD
from cheguan.postgres_clients import run_client
from cheguan.secrets import file_of
from domain.event_store.secret_table import known

Reading = psycopg.Connection[TupleRow]

MANIFEST: Final = "manifest.json"
STORE_TABLES: Final = {
    "stored_events": "SELECT * FROM stored_events ORDER BY notification_id",
    "command_log": "SELECT * FROM command_log ORDER BY command_id",
    "store_epoch": "SELECT * FROM store_epoch ORDER BY epoch",
}
VAULT_TABLES: Final = {
    "data_key": "SELECT * FROM vault.data_key ORDER BY key_id",
    "secret_key": "SELECT * FROM vault.secret_key ORDER BY kind, number",
    "upload": "SELECT * FROM vault.upload ORDER BY sha256",
}
_SNAPSHOT: Final = "SELECT pg_export_snapshot()"
_STANDS: Final = """
SELECT (SELECT max(epoch) FROM store_epoch),
       (SELECT coalesce(max(notification_id), 0) FROM stored_events)"""


class BackupFile(msgspec.Struct, frozen=True):
    """A dump, its hash, and the digest of each table that is compared after a restore."""

    name: str
    sha256: str
    tables: dict[str, str]


class Manifest(msgspec.Struct, frozen=True):
    """What is in a backup. ``secrets`` are the files of the keys that it needs and leaves out."""

    made_at: datetime
    build: str
    epoch: int
    position: int
    secrets: list[str]
    files: list[BackupFile]


def back_up(store_url: str, vault_url: str | None, folder: Path) -> Manifest:
    """Writes a backup into a folder that is not there yet, and puts it there when it is whole."""
    draft = folder.with_name(f"{folder.name}.partial")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(mode=0o700, parents=True)
    with _reading(store_url) as store:
        stands: Any = store.execute(_STANDS).fetchone()
        tables = STORE_TABLES if vault_url else STORE_TABLES | VAULT_TABLES
        files = [_dumped(store, store_url, draft / "store.dump", tables)]
        secrets = [] if vault_url else _secrets(store)
    if vault_url:
        with _reading(vault_url) as vault:
            files.append(_dumped(vault, vault_url, draft / "vault.dump", VAULT_TABLES))
            secrets = _secrets(vault)
    manifest = Manifest(datetime.now(UTC), BUILD, stands[0], stands[1], secrets, files)
    (draft / MANIFEST).write_bytes(msgspec.json.format(msgspec.json.encode(manifest), indent=2))
    (draft / MANIFEST).chmod(0o600)
    draft.rename(folder)
    return manifest


def table_digest(connection: Reading, query: str) -> str:
    """SHA-256 of the rows as PostgreSQL copies them in binary."""
    digest = hashlib.sha256()
    with connection.cursor().copy(f"COPY ({query}) TO STDOUT (FORMAT BINARY)".encode()) as rows:
        for piece in rows:
            digest.update(piece)
    return digest.hexdigest()


def file_digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _reading(url: str) -> Reading:
    """A connection on which every question is of one snapshot."""
    connection = psycopg.connect(url)
    connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
    connection.read_only = True
    return connection


def _dumped(connection: Reading, url: str, path: Path, tables: Mapping[str, str]) -> BackupFile:
    snapshot: Any = connection.execute(_SNAPSHOT).fetchone()
    options = ("--format=custom", "--no-owner", "--no-privileges", f"--file={path}")
    run_client("pg_dump", url, *options, f"--snapshot={snapshot[0]}")
    path.chmod(0o600)
    digests = {name: table_digest(connection, query) for name, query in tables.items()}
    return BackupFile(path.name, file_digest(path), digests)


def _secrets(vault: Reading) -> list[str]:
    return [file_of(name) for name, secret in sorted(known(vault).items()) if secret.is_needed]
