"""A decision takes effect at 00:00 of its day: once, and without anyone doing anything."""

from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace

from domain.calendar import Calendar, start_of_day
from domain.circumstances import Circumstances
from domain.message import Command, Event, PassDeadline
from domain.offices.tree import OFFICES
from domain.people import Actor, system
from domain.prefectures.commands import ClassifyPrefecture, SuspendWindows
from domain.prefectures.effect import EFFECT, timer
from domain.prefectures.events import (
    CountyOfficeReopened,
    DecisionsTookEffect,
    PrefectureClassified,
    StepTaken,
    WindowsSuspended,
)
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import names_a_decision, stream_of
from domain.prefectures.step import Step
from domain.prefectures.windows import closing
from domain.refusal import NotAsThingsStand
from domain.services.catalogue import CATALOGUE
from domain.timer import Timer
from tests.kit.prefectures import CLASS_TWO, COUNTY, DETACHMENT, HQ, LUOYANG, PLATES

TODAY, LATER = date(2020, 2, 20), date(2020, 2, 24)
KEEPER = system("timekeeper")
SUSPENDED = WindowsSuspended(effective_on=TODAY)
REOPENED = StepTaken(step=Step.FIRST, effective_on=LATER)
FIRST, SECOND = (
    DecisionsTookEffect(region=LUOYANG, effective_on=on, decisions=(f"{LUOYANG}-{version}",))
    for version, on in ((2, TODAY), (4, LATER))
)


def decided(command: Command, *history: Event, by: Actor, at: datetime) -> tuple[Event, ...]:
    known = Circumstances(at, by, stream_of(LUOYANG), CATALOGUE, Calendar())
    return PREFECTURE.decide(PREFECTURE.fold((CLASS_TWO, *history)), command, known).events


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 4, tzinfo=UTC)


def test_what_holds_from_today_takes_effect_with_the_decision() -> None:
    suspended, followed = decided(SuspendWindows(effective_on=TODAY), by=HQ, at=noon(TODAY))
    assert isinstance(suspended, WindowsSuspended)
    assert followed == FIRST


@pytest.mark.requirement("R03")
def test_what_holds_from_a_later_day_waits_for_its_first_instant() -> None:
    history = (SUSPENDED, FIRST, REOPENED)
    assert timer(PREFECTURE.fold((CLASS_TWO, *history))) == Timer(EFFECT, start_of_day(LATER))
    pass_it, begins = PassDeadline(clock=EFFECT), start_of_day(LATER)
    with pytest.raises(NotAsThingsStand):
        decided(pass_it, *history, by=KEEPER, at=begins - timedelta(seconds=1))
    assert decided(pass_it, *history, by=KEEPER, at=begins) == (SECOND,)


@pytest.mark.requirement("R05")
def test_a_class_that_closes_the_windows_takes_effect_as_every_closing_does() -> None:
    one = ClassifyPrefecture(region=LUOYANG, region_class=1, effective_on=TODAY)
    known = Circumstances(noon(TODAY), HQ, stream_of(LUOYANG), CATALOGUE, Calendar())
    _, followed = PREFECTURE.decide(PREFECTURE.initial, one, known).events
    assert followed == DecisionsTookEffect(
        region=LUOYANG, effective_on=TODAY, decisions=(f"{LUOYANG}-1",)
    )
    two = replace(one, region_class=2)
    (classified,) = PREFECTURE.decide(PREFECTURE.initial, two, known).events
    assert isinstance(classified, PrefectureClassified)


def test_a_decision_takes_effect_once() -> None:
    history = (SUSPENDED, FIRST, REOPENED, SECOND)
    assert timer(PREFECTURE.fold((CLASS_TWO, *history))) is None
    with pytest.raises(NotAsThingsStand):
        decided(PassDeadline(clock=EFFECT), *history, by=KEEPER, at=noon(LATER))


def test_what_nobody_has_followed_is_made_up_for() -> None:
    both = DecisionsTookEffect(
        region=LUOYANG, effective_on=LATER, decisions=(f"{LUOYANG}-2", f"{LUOYANG}-3")
    )
    passed = decided(PassDeadline(clock=EFFECT), SUSPENDED, REOPENED, by=KEEPER, at=noon(LATER))
    assert passed == (both,)


def test_a_decision_that_a_suspension_has_undone_never_takes_effect() -> None:
    county = CountyOfficeReopened(office="410322", effective_on=LATER)
    earlier = WindowsSuspended(effective_on=TODAY + timedelta(days=1))
    prefecture = PREFECTURE.fold((CLASS_TWO, SUSPENDED, FIRST, county, earlier))
    assert [each.effective_on for each in prefecture.ahead()] == [earlier.effective_on]


def test_every_decision_about_windows_is_ahead_until_it_is_followed() -> None:
    """A kind of decision that is added has its day, and is found by it."""
    opened = decided(COUNTY, SUSPENDED, FIRST, by=DETACHMENT, at=noon(TODAY))
    prefecture = PREFECTURE.fold((CLASS_TWO, SUSPENDED, FIRST, *opened))
    (ahead,) = prefecture.ahead()
    assert names_a_decision(ahead.named(LUOYANG))


def test_a_window_is_closed_by_the_decision_since_which_it_is() -> None:
    prefecture = PREFECTURE.fold((CLASS_TWO, SUSPENDED, FIRST, REOPENED))
    office, county = OFFICES[LUOYANG], OFFICES["410322"]
    assert closing(prefecture, office, PLATES, TODAY - timedelta(days=1)) is None
    assert closing(prefecture, office, PLATES, LATER) is None
    closed = closing(prefecture, office, PLATES, TODAY)
    still = closing(prefecture, county, PLATES, LATER)
    assert closed
    assert still
    assert closed.decision == still.decision == f"{LUOYANG}-2"
    assert (closed.since, still.since) == ({f"{LUOYANG}-2"}, {f"{LUOYANG}-2", f"{LUOYANG}-4"})


def test_a_window_that_opened_and_closed_again_is_closed_by_the_second_decision() -> None:
    again = WindowsSuspended(effective_on=date(2020, 3, 2))
    prefecture = PREFECTURE.fold((CLASS_TWO, SUSPENDED, FIRST, REOPENED, SECOND, again))
    closed = closing(prefecture, OFFICES[LUOYANG], PLATES, date(2020, 3, 3))
    assert closed
    assert closed.decision == f"{LUOYANG}-6"
