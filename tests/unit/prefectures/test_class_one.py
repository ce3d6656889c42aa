"""Class one is closed from the first day of its class, and opens what the city names."""

from datetime import date, timedelta

import pytest

from domain.message import Event
from domain.offices.tree import OFFICES
from domain.prefectures.events import (
    PrefectureClassified,
    StepTaken,
    WindowsClosedLocally,
    WindowsOpenedLocally,
    WindowsSuspended,
)
from domain.prefectures.openness import Openness, Why, openness
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.step import Step
from domain.services.catalogue import CATALOGUE
from tests.kit.prefectures import GROUNDS, ZHENGZHOU

CLOSED, OPENS, LATER = date(2020, 1, 24), date(2020, 2, 24), date(2020, 3, 2)
CLASS_ONE = PrefectureClassified(region=ZHENGZHOU, region_class=1)
SUSPENDED = WindowsSuspended(effective_on=CLOSED)


def asked(
    *history: Event,
    office: str = ZHENGZHOU,
    service: str = "plate_reissue",
    on: date = LATER,
) -> Openness:
    business = CATALOGUE[service].business
    return openness(PREFECTURE.fold(history), OFFICES[office], business, on)


@pytest.mark.requirement("R05")
def test_class_one_opens_what_is_named_and_nothing_else() -> None:
    local = WindowsOpenedLocally(
        offices=(ZHENGZHOU,),
        services=("temp_plate",),
        effective_on=OPENS,
        body=ZHENGZHOU,
        decided_on=CLOSED,
        grounds=GROUNDS,
    )
    history = (CLASS_ONE, SUSPENDED, local)
    opened = asked(*history, service="temp_plate")
    assert (opened.open, opened.why, opened.since) == (True, Why.DECIDED, OPENS)
    assert asked(*history).why is Why.NOT_DECIDED
    assert asked(*history, office="410100.br1", service="temp_plate").why is Why.SUSPENDED
    closed = WindowsClosedLocally(
        offices=(ZHENGZHOU,),
        effective_on=LATER,
        body=ZHENGZHOU,
        decided_on=CLOSED,
        grounds=GROUNDS,
    )
    again = asked(*history, closed, service="temp_plate")
    assert (again.open, again.why, again.since) == (False, Why.CLOSED_AGAIN, LATER)


@pytest.mark.requirement("R05")
@pytest.mark.parametrize("office", [ZHENGZHOU, "410100.br1", "410100.ins1", "410122"])
def test_class_one_is_suspended_although_nobody_has_suspended_it(office: str) -> None:
    service = "inspection_booking" if office.endswith("ins1") else "plate_reissue"
    classified = PrefectureClassified(
        region=ZHENGZHOU, region_class=1, effective_on=OPENS, body="41", decided_on=CLOSED
    )
    found = asked(classified, office=office, service=service)
    assert (found.open, found.since) == (False, OPENS)
    assert found.decision is not None
    assert (found.decision.body, found.decision.named(ZHENGZHOU)) == ("41", "410100-1")
    before = asked(classified, office=office, service=service, on=OPENS - timedelta(days=1))
    assert before == Openness(True, Why.NEVER_SUSPENDED, None, None)


@pytest.mark.requirement("R05")
def test_what_class_one_had_suspended_before_stays_closed_by_that_decision() -> None:
    classified = PrefectureClassified(region=ZHENGZHOU, region_class=1, effective_on=OPENS)
    for history in ((SUSPENDED, classified), (classified, SUSPENDED)):
        found = asked(*history)
        assert (found.open, found.why, found.since) == (False, Why.SUSPENDED, CLOSED)


@pytest.mark.requirement("R06")
def test_whoever_comes_from_class_one_into_class_two_stands_before_the_first_step() -> None:
    into_two = PrefectureClassified(region=ZHENGZHOU, region_class=2, effective_on=OPENS)
    prefecture = PREFECTURE.fold((CLASS_ONE, into_two))
    assert (prefecture.class_on(OPENS), prefecture.step_on(OPENS)) == (2, Step.SUSPENDED)
    assert not asked(CLASS_ONE, into_two).open
    assert asked(CLASS_ONE, into_two, StepTaken(step=Step.FIRST, effective_on=LATER)).open


def test_a_class_that_was_put_right_for_the_same_day_closes_nothing() -> None:
    wrong, right = (
        PrefectureClassified(region=ZHENGZHOU, region_class=which, effective_on=OPENS)
        for which in (1, 2)
    )
    assert asked(wrong, right).open


def test_a_class_that_was_stored_without_a_day_has_held_always() -> None:
    found = asked(CLASS_ONE)
    assert (found.open, found.why, found.since) == (False, Why.SUSPENDED, None)
    assert found.decision is not None
    assert found.decision.version == 1
