"""Fates and days of application, as they are drawn."""

from collections import Counter
from datetime import date, datetime

import pytest

from cheguan.town.clock import BEGINS, LOADED
from cheguan.town.fates import Fate
from cheguan.town.mix import BY_APPOINTMENT, SERVICES
from cheguan.town.plans import SHARES, applies_at, plan
from domain.calendar import OFFICE_ZONE, local_day

PLANS = [plan(7, number) for number in range(6000)]


def test_a_case_has_the_same_plan_each_time_and_another_under_another_seed() -> None:
    assert [plan(7, number) for number in range(100)] == PLANS[:100]
    assert [plan(8, number).fate for number in range(100)] != [p.fate for p in PLANS[:100]]


@pytest.mark.parametrize("service", list(SHARES))
def test_fates_come_as_often_as_the_table_says(service: str) -> None:
    shares = SHARES[service]
    drawn = Counter(p.fate for p in PLANS if p.service == service)
    assert sum(shares.values()) == 1000
    assert drawn.keys() <= shares.keys()
    for fate, thousandths in shares.items():
        expected = drawn.total() * thousandths / 1000
        assert abs(drawn[fate] - expected) < 5 * (expected + 1) ** 0.5


def test_every_fate_is_somebodys() -> None:
    assert {fate for shares in SHARES.values() for fate in shares} == set(Fate)


def test_services_are_asked_for_by_weight() -> None:
    asked = Counter(p.service for p in PLANS)
    wanted = {code: weight for code, weight in SERVICES.items() if code not in BY_APPOINTMENT}
    assert asked.keys() == wanted.keys()
    for service, weight in wanted.items():
        assert abs(asked[service] / len(PLANS) - weight / sum(wanted.values())) < 0.03


def test_people_apply_within_the_story() -> None:
    for drawn in PLANS:
        assert BEGINS <= applies_at(drawn) < LOADED


def test_fewer_apply_at_weekends_and_most_in_the_evening() -> None:
    at = [applies_at(drawn).astimezone(OFFICE_ZONE) for drawn in PLANS]
    by_day = Counter(local_day(instant) for instant in at)
    by_hour = Counter(instant.hour for instant in at)
    assert by_day[date(2020, 2, 15)] < by_day[date(2020, 2, 14)] * 0.7
    assert sum(by_hour[hour] for hour in range(18, 23)) > sum(by_hour[h] for h in range(9, 14))


def test_chance_differs_by_purpose_but_not_by_call() -> None:
    drawn = PLANS[0]
    assert drawn.draw("green").random() == drawn.draw("green").random()
    assert drawn.draw("green").random() != drawn.draw("address").random()


def test_the_story_begins_on_monday_the_third_of_february() -> None:
    assert datetime(2020, 2, 3, tzinfo=OFFICE_ZONE) == BEGINS
    assert datetime(2020, 2, 24, 9, tzinfo=OFFICE_ZONE) == LOADED
