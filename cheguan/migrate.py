"""Brings every table of the product up to date before anything starts."""

from collections.abc import Sequence
from importlib.resources import files
from typing import Any

from domain.event_store.migrations import migrate
from domain.event_store.stored_format import refuse_earlier_format
from projections.engine.declared import make_tables
from projections.engine.projection import Projection


def migrate_all(
    store_url: str, vault_url: str, projections: Sequence[Projection[Any]]
) -> list[str]:
    """Migrates the store and the vault, and makes the read tables. Returns the files applied.

    The vault may lie in the store's database or in another. Several processes may call this
    at once: one migrates, the others wait and find nothing left to do. A store of
    an earlier build is left as it is, with ``EarlierFormat``.
    """
    refuse_earlier_format(store_url)
    sets = (
        ("store", store_url, files("domain.event_store") / "schema"),
        ("vault", vault_url, files("domain.event_store") / "vault_schema"),
        ("engine", store_url, files("projections") / "schema"),
    )
    applied = [
        f"{name}/{file}" for name, url, folder in sets for file in migrate(url, folder, name)
    ]
    made = make_tables(store_url, projections)
    return [*applied, *(f"{name}/schema.sql" for name in made)]
