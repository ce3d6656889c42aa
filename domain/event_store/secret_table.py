"""The vault's table of check values: which keys belong to the data."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple
from uuid import UUID

import psycopg
from psycopg.rows import TupleRow

from domain.secret_keys import SecretKind, SecretName
from domain.wrapping import WrappedKey

Vault = psycopg.Connection[TupleRow]

_ALONE: Final = "SELECT pg_advisory_xact_lock(hashtextextended('cheguan_secret_keys', 0))"
_KNOWN: Final = """
SELECT kind, number, check_value, known_since, retired_at, lost_at FROM vault.secret_key"""
_ADD: Final = "INSERT INTO vault.secret_key (kind, number, check_value) VALUES (%s, %s, %s)"
_LOSE: Final = """
UPDATE vault.secret_key SET lost_at = clock_timestamp(), lost_approved_by = %s
WHERE kind = %s AND number = %s"""
_REPLACE: Final = """
UPDATE vault.secret_key SET check_value = %s WHERE kind = %s AND number = %s"""
_ANY_KEY: Final = "SELECT key_id, wrapped, wrapped_by FROM vault.data_key LIMIT 1"
_KEY: Final = "SELECT key_id, wrapped, wrapped_by FROM vault.data_key WHERE key_id = %s"
_HOLD: Final = "LOCK TABLE vault.data_key IN SHARE ROW EXCLUSIVE MODE"
_PATIENCE: Final = "SET LOCAL lock_timeout = '5s'"
_COUNTS: Final = "SELECT wrapped_by, count(*) FROM vault.data_key GROUP BY 1"


class KnownSecret(NamedTuple):
    """What is kept of a key.

    Nothing in the vault needs a retired one any more. Of a lost one no copy is left.
    """

    check_value: bytes
    known_since: datetime
    retired_at: datetime | None
    lost_at: datetime | None

    @property
    def is_needed(self) -> bool:
        return self.retired_at is None and self.lost_at is None


def alone(vault: Vault) -> None:
    """Waits until no other process makes or adds keys, and keeps them out of the transaction."""
    vault.execute(_ALONE)


def known(vault: Vault) -> dict[SecretName, KnownSecret]:
    rows: list[Any] = vault.execute(_KNOWN).fetchall()
    return {SecretName(SecretKind(row[0]), row[1]): KnownSecret(*row[2:]) for row in rows}


def add(vault: Vault, checks: Mapping[SecretName, bytes]) -> None:
    vault.cursor().executemany(_ADD, [(*name, check) for name, check in checks.items()])


def lose(vault: Vault, name: SecretName, approved_by: Sequence[str]) -> None:
    """Writes down that no copy of the key is left, and who has said so."""
    vault.execute(_LOSE, (list(approved_by), *name))


def replace_lost(vault: Vault, name: SecretName, check: bytes) -> None:
    """Gives a lost key that has no successor another key in its place."""
    vault.execute(_REPLACE, (check, *name))


def hold_new_keys(vault: Vault) -> None:
    """Waits until no data key is being stored, and lets none be stored in the transaction."""
    vault.execute(_PATIENCE)
    vault.execute(_HOLD)


def data_keys_by_kek(vault: Vault) -> dict[int, int]:
    """How many data keys each KEK has wrapped."""
    return dict(vault.execute(_COUNTS).fetchall())


def any_key(vault: Vault) -> WrappedKey | None:
    """One wrapped key, whichever comes first."""
    row: Any = vault.execute(_ANY_KEY).fetchone()
    return WrappedKey(*row) if row else None


def key_of(vault: Vault, key_id: UUID) -> WrappedKey | None:
    row: Any = vault.execute(_KEY, (key_id,)).fetchone()
    return WrappedKey(*row) if row else None
