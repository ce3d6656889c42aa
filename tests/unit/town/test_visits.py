"""Who comes to a window, when, and what for. The applications stand before the same reader."""

from collections import Counter
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Final

import pytest

from cheguan.town.applications import filled_in
from cheguan.town.fates import Fate, Plan
from cheguan.town.numbering import at_window, is_ambulance, of_the_announcement
from cheguan.town.openings import window_open
from cheguan.town.plans import applies_at, plan, plan_now
from cheguan.town.visits import exam_site, station
from cheguan.town.window_mix import ASSUMED, COURSES, VISITED_FOR
from domain.calendar import OFFICE_ZONE, Calendar, local_day
from domain.offices.office import OfficeKind
from domain.offices.tree import OFFICES, REGIONS, ZHENGZHOU
from domain.services.catalogue import WINDOW_SERVICES
from domain.services.choices import Channel, UserKind
from domain.services.reader import read_window_form
from domain.services.window.facts import WindowFacts
from domain.services.window.originals import Original

FIRST_DAY: Final = date(2020, 2, 24)
MONDAY_AT_TEN: Final = datetime(2020, 2, 24, 10, tzinfo=OFFICE_ZONE)
CALENDAR: Final = Calendar()
NUMBERS: Final = of_the_announcement(0.08)
VISITS: Final = [plan(7, number) for number in NUMBERS if at_window(number)]
AMBULANCES: Final = [plan(7, number) for number in NUMBERS if is_ambulance(number)]


def read(drawn: Plan) -> WindowFacts:
    at = applies_at(drawn)
    form = read_window_form(filled_in(drawn, at), today=local_day(at))
    assert form.office() in {drawn.city.code, ""}
    return form.facts()


def test_the_assumed_shares_make_a_whole_and_are_of_services_that_windows_take_in() -> None:
    assert sum(ASSUMED.values()) == 1000
    assert VISITED_FOR == ASSUMED
    assert all(sum(fates.values()) == 1000 for fates in COURSES.values())


@pytest.mark.requirement("R05")
@pytest.mark.requirement("R06")
def test_people_come_when_the_window_is_open_for_what_they_want() -> None:
    assert len(VISITS) == 400
    for drawn in VISITS:
        at, service = applies_at(drawn), WINDOW_SERVICES[drawn.service]
        place = exam_site(drawn.city) if service.window == "exam" else drawn.counter
        if drawn.service == "inspection":
            place = station(drawn.city)
        assert OFFICES[drawn.counter].region_code == drawn.city.code
        assert local_day(at) >= FIRST_DAY
        assert CALENDAR.is_at_work(at)
        assert window_open(place, drawn.service, local_day(at))


def test_every_service_that_windows_take_in_is_asked_for_in_every_city_that_opens() -> None:
    drawn = [plan(7, number) for number in range(280_000, 285_000)]
    assert {each.service for each in drawn} == VISITED_FOR.keys()
    assert {each.city.code for each in drawn} == REGIONS.keys() - {ZHENGZHOU}
    assert {OFFICES[each.counter].kind for each in drawn} == {
        OfficeKind.VEHICLE_OFFICE,
        OfficeKind.BRANCH,
        OfficeKind.SERVICE_STATION,
    }


def test_the_ambulances_come_to_zhengzhou_in_the_days_that_the_announcement_counts() -> None:
    assert len(AMBULANCES) == 14
    for drawn in AMBULANCES:
        assert date(2020, 2, 3) <= local_day(applies_at(drawn)) < FIRST_DAY
        assert (drawn.counter, drawn.fate) == (ZHENGZHOU, Fate.GREEN_GRANTED)
        facts = read(drawn)
        assert facts.user_kind is UserKind.UNIT
        assert Original.USE in facts.shown
        assert facts.new_vehicle is not None
        assert facts.new_vehicle.use == "ambulance"


def test_every_application_is_complete_on_its_day_and_of_its_city() -> None:
    facts = [read(drawn) for drawn in VISITS]
    assert {each.channel for each in facts} == {Channel.WINDOW}
    lost = Counter(each.reissue for each in facts if each.reissue)
    assert len(lost) == 2
    sat = [each.exam for each in facts if each.exam]
    assert {each.passed for each in sat} == {True, False}


def test_while_the_town_lives_somebody_comes_to_a_window_only_in_its_hours() -> None:
    plans = [plan_now(7, number, MONDAY_AT_TEN) for number in range(300_000, 300_080)]
    at_windows = [each for each in plans if each.counter]
    assert len(at_windows) == 10
    assert {each.counter for each in at_windows} <= {
        code for code, region in REGIONS.items() if region.region_class == 2
    }
    night = MONDAY_AT_TEN + timedelta(hours=12)
    assert not any(plan_now(7, each.number, night).counter for each in islice(at_windows, 10))
