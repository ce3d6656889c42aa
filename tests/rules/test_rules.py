"""The rules of the services, as the tables beside this file say them."""

import pytest

from domain.services.catalogue import EVERY_SERVICE
from tests.kit.rule_tables import FOLDER, PERSON, Row, judged, rows

ROWS = rows()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.service}-{row.rule}")
def test_the_checks_say_what_the_table_says(row: Row) -> None:
    outcome, grounds = judged(row)
    assert outcome == row.outcome
    assert row.grounds <= grounds if outcome == PERSON else row.grounds == grounds


def test_every_table_is_of_a_service() -> None:
    assert {file.stem for file in FOLDER.glob("*.csv")} <= EVERY_SERVICE.keys()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.service}-{row.rule}")
def test_every_row_names_its_basis(row: Row) -> None:
    assert row.law
