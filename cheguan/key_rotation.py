"""Replaces the keys that may be replaced: the KEK, and the key of the look-up indexes (ADR 38)."""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Final
from uuid import UUID

import psycopg

from cheguan.key_check import checked
from cheguan.secrets import make
from domain.event_store.rewrap import old_keks_needed, wrap_anew
from domain.event_store.secret_table import Vault, add, alone, hold_new_keys, known
from domain.secret_keys import SecretKind, SecretName, check_value
from domain.wrapping import Wrapping

REPLACEABLE: Final = (SecretKind.KEK, SecretKind.INDEX)


def prepare(
    store_url: str, vault_url: str, folder: Path, kinds: Collection[SecretKind]
) -> list[SecretName]:
    """Makes the files of the next keys, and lets nobody use them yet."""
    checked(store_url, vault_url, folder)
    with psycopg.connect(vault_url) as vault:
        alone(vault)
        following = _following(vault, kinds)
    for name in following:
        make(folder, name)
    return following


def begin(
    store_url: str, vault_url: str, folder: Path, kinds: Collection[SecretKind]
) -> list[SecretName]:
    """Makes the next keys the current ones. Returns none while an old KEK is still needed.

    From then on the vault takes no data key under an older KEK, so a process that does not have
    the new one cannot go on without it.
    """
    checked(store_url, vault_url, folder)
    with psycopg.connect(vault_url) as vault:
        alone(vault)
        old_keks_needed(vault)
        if SecretKind.KEK in kinds and _under_way(vault):
            return []
        following = _following(vault, kinds)
        checks = {name: check_value(name, make(folder, name)) for name in following}
        hold_new_keys(vault)
        add(vault, checks)
    return following


def finish(
    store_url: str, vault_url: str, folder: Path, tell: Callable[[int, int], None]
) -> list[UUID]:
    """Wraps what is left under the current KEK. Returns the keys that cannot be opened."""
    keks = checked(store_url, vault_url, folder).of(SecretKind.KEK)
    with psycopg.connect(vault_url, autocommit=True) as vault:
        return wrap_anew(vault, Wrapping(keks), tell)


def _under_way(vault: Vault) -> bool:
    """Whether a KEK is needed beside the current one."""
    needed = [
        name
        for name, secret in known(vault).items()
        if name.kind is SecretKind.KEK and secret.is_needed
    ]
    return len(needed) > 1


def _following(vault: Vault, kinds: Collection[SecretKind]) -> list[SecretName]:
    last = {kind: max(name.number for name in known(vault) if name.kind is kind) for kind in kinds}
    return [SecretName(kind, number + 1) for kind, number in last.items()]
