"""The keys of the data, which a process has before it does anything with them (ADR 38)."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import psycopg

from cheguan.key_proof import data_in, not_proven
from cheguan.secrets import FIRST, file_of, keys_in, make_first
from domain.event_store.secret_table import KnownSecret, Vault, add, alone, known
from domain.secret_keys import NAME_KEY, SecretKind, SecretName, Secrets, check_value


class WrongSecrets(Exception):
    """The keys are not those of the data. The message says what to do."""

    def __init__(self, folder: Path, what: str) -> None:
        self.what = what
        super().__init__(
            f"The keys in {folder} are not those of this data: {what}. Name the folder of the "
            "right ones with CHEGUAN_SECRETS_DIR, or bring them back from where they are "
            "escrowed (docs/operations.md). No key was made and nothing was changed."
        )


def checked(store_url: str, vault_url: str, folder: Path) -> Secrets:
    """The keys in the folder, if they are those of the data.

    New data gets its keys once, however many processes start together. Data of a build that kept
    no check values gets them when its keys have proven right. Raises :class:`WrongSecrets`
    otherwise, before anything is made.
    """
    with psycopg.connect(vault_url) as vault:
        kept = known(vault)
        if not kept:
            alone(vault)
            kept = known(vault)
        if not kept:
            _begin(store_url, vault, folder)
            kept = known(vault)
    return matching(kept, folder)


def matching(kept: Mapping[SecretName, KnownSecret], folder: Path) -> Secrets:
    """The keys in the folder. Each that the data needs is there, and is the right one."""
    there = keys_in(folder)
    needed = [name for name, secret in kept.items() if secret.is_needed or name == NAME_KEY]
    if missing := [name for name in needed if name not in there]:
        raise WrongSecrets(folder, _said("missing", missing))
    right = {
        name: there[name]
        for name, secret in kept.items()
        if name in there and check_value(name, there[name]) == secret.check_value
    }
    if other := [name for name in needed if name not in right]:
        raise WrongSecrets(folder, _said("another key", other))
    return Secrets(right)


def _begin(store_url: str, vault: Vault, folder: Path) -> None:
    """Keeps the check values of the keys, which are made for new data."""
    with psycopg.connect(store_url) as store:
        data = data_in(store, vault)
        if any(data):
            there = keys_in(folder)
            if missing := [name for name in FIRST if name != NAME_KEY and name not in there]:
                raise WrongSecrets(folder, _said("missing", missing))
            if not data.data_keys:
                raise WrongSecrets(
                    folder, "the vault is empty, so VAULT_DATABASE_URL may name another vault"
                )
            first_index = there[SecretName(SecretKind.INDEX)]
            other = (
                NAME_KEY
                if there.get(NAME_KEY, first_index) != first_index
                else not_proven(store, vault, there)
            )
            if other:
                raise WrongSecrets(folder, _said("another key", [other]))
    made = make_first(folder)
    add(vault, {name: check_value(name, key) for name, key in made.items()})


def _said(what: str, names: Iterable[SecretName]) -> str:
    return f"{what}: {', '.join(map(file_of, sorted(names)))}"
