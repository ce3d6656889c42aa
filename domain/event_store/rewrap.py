"""Wraps every data key under the current KEK, in batches that may be broken off anywhere."""

from collections.abc import Callable
from typing import Any, Final
from uuid import UUID

from domain.event_store.secret_table import Vault
from domain.vault import SealBroken
from domain.wrapping import WrappedKey, Wrapping

_AT_ONCE: Final = 1000
_LEFT: Final = "SELECT count(*) FROM vault.data_key WHERE wrapped_by = ANY(%s)"
_NEXT: Final = """
SELECT key_id, wrapped, wrapped_by FROM vault.data_key
WHERE key_id > %s AND wrapped_by = ANY(%s) ORDER BY key_id LIMIT %s FOR UPDATE"""
_PUT: Final = """
UPDATE vault.data_key AS k SET wrapped = anew.wrapped, wrapped_by = %s
FROM unnest(%s::uuid[], %s::bytea[]) AS anew (key_id, wrapped) WHERE k.key_id = anew.key_id"""
_RETIRE: Final = """
UPDATE vault.secret_key AS s SET retired_at = clock_timestamp()
WHERE kind = 'kek' AND number < %s AND retired_at IS NULL
  AND NOT EXISTS (SELECT FROM vault.data_key AS k WHERE k.wrapped_by = s.number)"""
_NEEDED_AGAIN: Final = """
UPDATE vault.secret_key AS s SET retired_at = NULL
WHERE kind = 'kek' AND retired_at IS NOT NULL
  AND EXISTS (SELECT FROM vault.data_key AS k WHERE k.wrapped_by = s.number)"""

_NOBODY: Final = UUID(int=0)


def wrap_anew(
    vault: Vault, wrapping: Wrapping, tell: Callable[[int, int], None] = lambda done, of: None
) -> list[UUID]:
    """Returns the ids of the keys that cannot be opened, which stay as they are. Those that a
    lost KEK has wrapped are not tried.

    A key is erased or wrapped anew, and never both: a batch holds its rows until its commit.
    When no key needs an old KEK any more, that is written down.
    """
    row: Any = vault.execute(_LEFT, (wrapping.earlier,)).fetchone()
    done, of = 0, row[0]
    last, broken = _NOBODY, list[UUID]()
    while True:
        tell(done, of)
        with vault.transaction():
            rows: list[Any] = vault.execute(_NEXT, (last, wrapping.earlier, _AT_ONCE)).fetchall()
            if not rows:
                break
            keys = []
            for each in rows:
                try:
                    keys.append(wrapping.unwrap(WrappedKey(*each)))
                except SealBroken:
                    broken.append(each[0])
            if keys:
                ids, wrapped, _ = zip(*wrapping.wrap_all(keys), strict=True)
                vault.execute(_PUT, (wrapping.current, list(ids), list(wrapped)))
            last, done = rows[-1][0], done + len(rows)
    vault.execute(_RETIRE, (wrapping.current,))
    return broken


def old_keks_needed(vault: Vault) -> None:
    """Notes again that an old KEK is needed, if a copy of the data has brought its keys back."""
    vault.execute(_NEEDED_AGAIN)
