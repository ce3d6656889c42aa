"""What places of the town announce, and who asks for a seat when."""

from datetime import date, datetime, timedelta
from typing import Final

import pytest

from cheguan.town.appointments import slot_now, wish
from cheguan.town.cities import CITIES
from cheguan.town.day_plans import closed_at, given_later, is_open, publication
from cheguan.town.mix import BY_APPOINTMENT
from cheguan.town.people import ZHENGZHOU
from domain.calendar import OFFICE_ZONE, Calendar, local_day, start_of_day
from domain.offices.plan_kind import PlanKind
from domain.services.slot import Slot

STATION: Final = f"{ZHENGZHOU}.ins1"
MONDAY_AT_NINE: Final = datetime(2020, 2, 24, 9, tzinfo=OFFICE_ZONE)
WISHES: Final = [wish(7, number) for number in range(270_000, 270_300)]


@pytest.mark.requirement("R03")
@pytest.mark.requirement("R09")
def test_somebody_asks_for_a_seat_that_is_given_and_of_a_place_that_is_open_by_then() -> None:
    for each in WISHES:
        slot = each.slot
        plan = publication(slot.kind, slot.place, slot.on)
        assert plan is not None
        assert plan.at < plan.gives_from <= each.at < start_of_day(slot.on)
        assert is_open(slot.kind, slot.place, slot.on, each.at)
        assert slot.place.startswith(each.city.code)
    assert {each.service for each in WISHES} == set(BY_APPOINTMENT)


def test_nobody_asks_before_the_announcement_has_counted() -> None:
    assert min(local_day(each.at) for each in WISHES) >= date(2020, 2, 25)


def test_places_announce_working_days_alone() -> None:
    assert publication(PlanKind.STATION, STATION, date(2020, 3, 7)) is None
    found = publication(PlanKind.STATION, STATION, date(2020, 3, 6))
    assert found is not None
    assert Calendar().is_working_day(found.command.on)


@pytest.mark.requirement("R05")
def test_a_closing_in_march_is_known_on_the_day_before_it_and_not_earlier() -> None:
    slot = Slot(PlanKind.STATION, STATION, date(2020, 3, 13), "09")
    closed = closed_at(slot, MONDAY_AT_NINE)
    assert closed == datetime(2020, 3, 11, 10, tzinfo=OFFICE_ZONE)
    assert is_open(slot.kind, slot.place, slot.on, closed - timedelta(minutes=1))
    assert not is_open(slot.kind, slot.place, slot.on, closed)
    assert closed_at(slot._replace(on=date(2020, 3, 6)), MONDAY_AT_NINE) is None


def test_an_appointment_is_put_off_to_the_next_day_that_has_seats() -> None:
    friday = Slot(PlanKind.STATION, STATION, date(2020, 3, 6), "09")
    known = datetime(2020, 3, 2, 9, tzinfo=OFFICE_ZONE)
    assert given_later(friday, known) == friday._replace(on=date(2020, 3, 9))
    last = friday._replace(on=date(2020, 3, 11))
    assert given_later(last, datetime(2020, 3, 11, 12, tzinfo=OFFICE_ZONE)) is None


def test_whoever_comes_while_nothing_is_given_in_his_city_gets_no_slot() -> None:
    booking = "inspection_booking"
    assert slot_now(7, 1, booking, CITIES["410300"], MONDAY_AT_NINE) is None
    found = slot_now(7, 1, booking, CITIES[ZHENGZHOU], MONDAY_AT_NINE)
    assert found is not None
    assert found.place == STATION
    assert date(2020, 3, 2) <= found.on <= date(2020, 3, 9)
