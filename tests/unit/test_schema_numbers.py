"""The SQL files of the product, which a start applies one after the other."""

from importlib.resources import files

import pytest

from domain.event_store.migrations import read


@pytest.mark.parametrize(
    ("package", "folder"),
    [
        ("domain.event_store", "schema"),
        ("domain.event_store", "vault_schema"),
        ("projections", "schema"),
    ],
)
def test_no_number_is_missing_or_stands_twice(package: str, folder: str) -> None:
    assert read(files(package) / folder)
