"""How each key stands: whether it is at hand, what it is for, and what still needs it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import psycopg

from cheguan.secrets import file_of, keys_in
from domain.event_store.secret_table import KnownSecret, data_keys_by_kek, known
from domain.secret_keys import SecretKind, SecretName, check_value


@dataclass(frozen=True, slots=True)
class KeyStanding:
    """One line of the table."""

    file: str
    since: datetime
    at_hand: str
    use: str
    data_keys: str
    is_well: bool


def key_standing(vault_url: str, folder: Path) -> list[KeyStanding]:
    there = keys_in(folder)
    with psycopg.connect(vault_url) as vault:
        kept, counts = known(vault), data_keys_by_kek(vault)
    current = {
        kind: max((name.number for name in kept if name.kind is kind), default=0)
        for kind in SecretKind
    }
    return [
        _standing(name, secret, there, counts, is_current=name.number == current[name.kind])
        for name, secret in sorted(kept.items())
    ]


def _standing(
    name: SecretName,
    secret: KnownSecret,
    there: Mapping[SecretName, bytes],
    counts: Mapping[int, int],
    *,
    is_current: bool,
) -> KeyStanding:
    count = counts.get(name.number, 0) if name.kind is SecretKind.KEK else 0
    at_hand = _at_hand(name, secret, there)
    retired = secret.retired_at is not None and count == 0
    lost = secret.lost_at is not None and at_hand != "right"
    left = name.kind is SecretKind.KEK and not (is_current or retired or lost)
    return KeyStanding(
        file=file_of(name),
        since=secret.known_since,
        at_hand=at_hand,
        use=_use(name, secret, left=left, is_current=is_current),
        data_keys=f"{count:,}" if name.kind is SecretKind.KEK else "",
        is_well=(at_hand == "right" or retired or lost) and not left,
    )


def _at_hand(name: SecretName, secret: KnownSecret, there: Mapping[SecretName, bytes]) -> str:
    if name not in there:
        return "missing"
    return "right" if check_value(name, there[name]) == secret.check_value else "another key"


def _use(name: SecretName, secret: KnownSecret, *, left: bool, is_current: bool) -> str:
    if secret.lost_at and name.kind is not SecretKind.NAME:
        return f"lost, said on {secret.lost_at:%F}: what needs it stays closed"
    if name.kind is SecretKind.NAME:
        return "the names of claims, for ever"
    if name.kind is SecretKind.INDEX:
        return "current" if is_current else "for looking up what came before the next"
    if is_current:
        return "current"
    if left or secret.retired_at is None:
        return "still needed: cheguan keys rotate"
    return f"not needed since {secret.retired_at:%F %R} UTC: may be removed; keep it in escrow"
