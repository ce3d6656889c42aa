"""Brings every table of the product up to date before anything starts."""

from importlib.resources import files

from domain.event_store.migrations import migrate
from domain.event_store.stored_format import refuse_earlier_format


def migrate_all(store_url: str, vault_url: str) -> list[str]:
    """Migrates the store, the vault and the read tables. Returns the files applied, by set.

    The vault may lie in the store's database or in another. Several processes may call this
    at once: one migrates, the others wait and find nothing left to do. A store of
    an earlier build is left as it is, with ``EarlierFormat``.
    """
    refuse_earlier_format(store_url)
    sets = (
        ("store", store_url, files("domain.event_store") / "schema"),
        ("vault", vault_url, files("domain.event_store") / "vault_schema"),
        ("projections", store_url, files("projections") / "schema"),
    )
    return [f"{name}/{file}" for name, url, folder in sets for file in migrate(url, folder, name)]
