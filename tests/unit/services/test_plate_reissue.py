"""V01: two documents, of which the temporary plate comes first and is void by itself."""

from datetime import date
from typing import Any

import msgspec
from msgspec.structs import replace

from domain.calendar import Calendar
from domain.register.changes import DocumentReissued, TemporaryPlateIssued
from domain.services.catalogue import CATALOGUE
from domain.services.plate_reissue.facts import PlateReissueFacts
from domain.services.reader import read_form
from tests.unit.services.conftest import TODAY

SERVICE = CATALOGUE["plate_reissue"]
FIFTEEN_DAYS_LATER = date(2020, 3, 10)


def facts(**changes: Any) -> PlateReissueFacts:
    read = read_form(msgspec.json.encode(SERVICE.example(TODAY)), today=TODAY).facts()
    assert isinstance(read, PlateReissueFacts)
    return replace(read, **changes)


def test_the_temporary_plate_is_good_for_fifteen_calendar_days() -> None:
    assert SERVICE.temp_plate_until(facts(), TODAY, Calendar()) == FIFTEEN_DAYS_LATER


def test_the_register_learns_of_both_and_does_not_count_the_temporary_one() -> None:
    assert SERVICE.change(facts(), TODAY) == (
        DocumentReissued(service="plate_reissue"),
        TemporaryPlateIssued(issued_on=TODAY, valid_to=FIFTEEN_DAYS_LATER, counted=False),
    )


def test_who_wants_no_temporary_plate_has_new_plates_alone() -> None:
    asked = facts(need_temp_plate=False)
    assert SERVICE.temp_plate_until(asked, TODAY, Calendar()) is None
    assert SERVICE.change(asked, TODAY) == (DocumentReissued(service="plate_reissue"),)
