"""Goes on without a key of which no copy is left. What needs it stays closed."""

from collections.abc import Sequence
from pathlib import Path

import psycopg

from cheguan.secrets import file_of, keys_in, make
from domain.event_store.secret_table import (
    Vault,
    add,
    alone,
    hold_new_keys,
    known,
    lose,
    replace_lost,
)
from domain.secret_keys import NAME_KEY, SecretName, check_value


class NotLost(Exception):
    """The key is at hand, or is none of this data. The message says which."""


def give_up(vault_url: str, folder: Path, file: str, approved_by: Sequence[str]) -> str:
    """Writes the loss down, and returns the file of the key that is made in its place, or "".

    A key that is found again later opens what it wrapped, as soon as it lies in the folder.
    """
    with psycopg.connect(vault_url) as vault:
        alone(vault)
        kept, there = known(vault), keys_in(folder)
        name = next((each for each in kept if file_of(each) == file), None)
        if name is None:
            raise NotLost(f"This data has no key {file}: see cheguan keys status.")
        if name in there and check_value(name, there[name]) == kept[name].check_value:
            raise NotLost(f"{folder / file} is there, and is the right one.")
        if name in there:
            raise NotLost(f"{folder / file} is another key: move it away first.")
        lose(vault, name, approved_by)
        following = _following(name, list(kept))
        if following:
            hold_new_keys(vault)
            _make_current(vault, folder, following)
    return file_of(following) if following else ""


def _following(name: SecretName, kept: Sequence[SecretName]) -> SecretName | None:
    """The key that takes the place of a current one."""
    if name == NAME_KEY:
        return name
    last = max(each.number for each in kept if each.kind is name.kind)
    return SecretName(name.kind, last + 1) if name.number == last else None


def _make_current(vault: Vault, folder: Path, name: SecretName) -> None:
    check = check_value(name, make(folder, name))
    if name == NAME_KEY:
        replace_lost(vault, name, check)
    else:
        add(vault, {name: check})
