"""Restores a backup beside everything, into a server of its own, and looks whether all is there."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Final, NamedTuple

import msgspec
import psycopg
from psycopg.conninfo import make_conninfo

from cheguan.backup import MANIFEST, STORE_TABLES, VAULT_TABLES, Manifest, file_digest, table_digest
from cheguan.embedded import embedded_postgres
from cheguan.event_loop import run
from cheguan.key_check import WrongSecrets, matching
from cheguan.migrate import migrate_all
from cheguan.postgres_clients import ClientFailed, run_client
from cheguan.registry import Registry
from cheguan.sealed_sample import sample
from domain.event_store.secret_table import known
from projections.engine.rebuild import rebuild

_TABLES: Final = STORE_TABLES | VAULT_TABLES


class NoBackup(Exception):
    """The folder holds no backup."""


class Found(NamedTuple):
    """One thing that was looked at, and how long that took."""

    what: str
    told: str
    is_well: bool
    seconds: float


Tell = Callable[[Found], None]


def drill(folder: Path, secrets: Path, registry: Registry, tell: Tell) -> bool:
    """Says whether the backup and the keys in ``secrets`` give everything back.

    Nothing but the folder and the keys is read, and the server is gone at the end.
    """
    manifest = _manifest(folder)
    watch = _Watch(tell)
    for file in manifest.files:
        same = file_digest(folder / file.name) == file.sha256
        watch.note(file.name, "as it was written" if same else "DIFFERENT", is_well=same)
    with (
        tempfile.TemporaryDirectory(prefix="cheguan-drill-") as place,
        embedded_postgres(Path(place)) as url,
    ):
        watch.note("server", "started", is_well=True)
        try:
            vault = _restore(folder, manifest, url)
        except ClientFailed as failed:
            watch.note("restored", str(failed), is_well=False)
            return False
        watch.note("restored", f"up to position {manifest.position:,}", is_well=True)
        _compare(manifest, url, vault, watch)
        _open(url, vault, secrets, watch)
        migrate_all(url, vault, registry.projections)
        for projection in registry.projections:
            before, after = run(rebuild(url, projection, registry.codec))
            told = "folds to the same" if before == after else "DIFFERENT"
            watch.note(projection.name, told, is_well=before == after)
    return watch.is_well


class _Watch:
    """Tells of each thing with the time since the one before."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._since = monotonic()
        self.is_well = True

    def note(self, what: str, told: str, *, is_well: bool) -> None:
        now = monotonic()
        self._tell(Found(what, told, is_well, now - self._since))
        self._since = now
        self.is_well = self.is_well and is_well


def _manifest(folder: Path) -> Manifest:
    try:
        return msgspec.json.decode((folder / MANIFEST).read_bytes(), type=Manifest)
    except (OSError, msgspec.MsgspecError) as wrong:
        raise NoBackup(f"{folder} is no backup: {MANIFEST} is missing or damaged") from wrong


def _restore(folder: Path, manifest: Manifest, url: str) -> str:
    """Restores the dumps, and returns the URL of the vault."""
    for file in manifest.files:
        place = url
        if file.name == "vault.dump":
            place = make_conninfo(url, dbname="vault")
            with psycopg.connect(url, autocommit=True) as connection:
                connection.execute("CREATE DATABASE vault")
        options = ("--no-owner", "--no-privileges", "--exit-on-error")
        run_client("pg_restore", place, *options, str(folder / file.name))
    return place


def _compare(manifest: Manifest, url: str, vault: str, watch: _Watch) -> None:
    for file in manifest.files:
        with psycopg.connect(vault if file.name == "vault.dump" else url) as connection:
            for table, digest in file.tables.items():
                same = table in _TABLES and table_digest(connection, _TABLES[table]) == digest
                watch.note(table, "the same rows" if same else "DIFFERENT", is_well=same)


def _open(url: str, vault_url: str, folder: Path, watch: _Watch) -> None:
    with psycopg.connect(url) as store, psycopg.connect(vault_url) as vault:
        kept = known(vault)
        if not kept:
            watch.note("keys", "none are needed yet", is_well=True)
            return
        try:
            secrets = matching(kept, folder)
        except WrongSecrets as wrong:
            watch.note("keys", wrong.what, is_well=False)
            return
        watch.note("keys", "those of the data", is_well=True)
        found = sample(store, vault, secrets)
        told = f"{found.opened} applications opened, {found.erased} erased, {found.closed} closed"
        watch.note("sealed", told, is_well=not found.closed)
