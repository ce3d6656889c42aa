"""V04: how long a temporary plate is good, and what the register learns of it."""

from datetime import date
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from domain.calendar import Calendar
from domain.register.changes import TemporaryPlateIssued
from domain.services.blocks.travel_area import TravelArea
from domain.services.catalogue import CATALOGUE
from domain.services.reader import read_form
from domain.services.temp_plate.facts import CaseKind, TempPlateFacts
from tests.unit.services.conftest import TODAY

SERVICE = CATALOGUE["temp_plate"]
CALENDAR = Calendar()


def facts(**changes: Any) -> TempPlateFacts:
    read = read_form(msgspec.json.encode(SERVICE.example(TODAY)), today=TODAY).facts()
    assert isinstance(read, TempPlateFacts)
    return replace(read, **changes)


@pytest.mark.parametrize(
    ("kind", "area", "last"),
    [
        (CaseKind.NOT_REGISTERED, TravelArea.WITHIN, date(2020, 3, 10)),
        (CaseKind.UNSOLD, TravelArea.ACROSS, date(2020, 3, 25)),
        (CaseKind.TEST, TravelArea.WITHIN, date(2020, 5, 24)),
        (CaseKind.SPECIAL, TravelArea.ACROSS, date(2020, 5, 24)),
    ],
    ids=["15 days in the area", "30 days across areas", "90 days on test", "90 days, special"],
)
def test_a_plate_of_24_february_2020_is_good_until(
    kind: CaseKind, area: TravelArea, last: date
) -> None:
    asked = facts(case_kind=kind, travel_area=area)
    assert SERVICE.temp_plate_until(asked, TODAY, CALENDAR) == last


def test_it_counts_from_its_first_day_or_from_the_issue_if_that_is_later() -> None:
    asked = facts(valid_from=date(2020, 3, 1), travel_area=TravelArea.WITHIN)
    assert SERVICE.temp_plate_until(asked, TODAY, CALENDAR) == date(2020, 3, 16)
    assert SERVICE.temp_plate_until(asked, date(2020, 3, 5), CALENDAR) == date(2020, 3, 20)


@pytest.mark.parametrize("kind", CaseKind)
def test_the_register_counts_those_before_a_registration(kind: CaseKind) -> None:
    (change,) = SERVICE.change(facts(case_kind=kind), TODAY)
    assert isinstance(change, TemporaryPlateIssued)
    assert change.issued_on == TODAY
    assert change.counted is (kind in (CaseKind.UNSOLD, CaseKind.NOT_REGISTERED))
    assert change.valid_to == SERVICE.temp_plate_until(facts(case_kind=kind), TODAY, CALENDAR)


def test_one_sheet_costs_five_yuan() -> None:
    assert SERVICE.fee(facts(), TODAY) == 5_00


def test_nothing_old_is_handed_in_for_a_temporary_plate() -> None:
    assert not SERVICE.replaces
