"""A prefecture decides about its windows: it does, it says no, it stays quiet."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from domain.calendar import Calendar
from domain.circumstances import Circumstances
from domain.message import Event
from domain.offices.tree import OFFICES, REGIONS
from domain.people import Actor, Role
from domain.plausible import TimeImplausible
from domain.prefectures.commands import (
    ClassifyPrefecture,
    PrefectureCommand,
    ReopenCountyOffice,
    SuspendWindows,
    TakeStep,
)
from domain.prefectures.events import (
    CountyOfficeReopened,
    PrefectureClassified,
    StepTaken,
    WindowsSuspended,
)
from domain.prefectures.openness import open_on, prefecture_of_window, window_open
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.refusals import (
    CountyOfficeUnknown,
    EffectiveInThePast,
    OtherPrefecture,
    RegionUnknown,
    StepOutOfOrder,
)
from domain.prefectures.state import Prefecture, stream_of
from domain.prefectures.step import Step
from domain.refusal import NotAtThisStage, NotPermitted
from domain.services.catalogue import CATALOGUE

LUOYANG, ZHENGZHOU = "410300", "410100"
HQ = Actor(Role.HQ, "headquarters")
LEADER = Actor(Role.SUPERVISOR, "leader", LUOYANG)
CLOSED, ANNOUNCED, OPENS = date(2020, 1, 24), date(2020, 2, 23), date(2020, 2, 24)
CLASS_TWO = PrefectureClassified(region=LUOYANG, region_class=2)
SUSPENDED = WindowsSuspended(effective_on=CLOSED)


def step(which: Step, on: date = OPENS) -> StepTaken:
    return StepTaken(step=which, effective_on=on)


def circumstances(
    by: Actor, on: date, stream: UUID, seen: Prefecture | None = None
) -> Circumstances:
    now = datetime(on.year, on.month, on.day, 2, tzinfo=UTC)
    states = {stream: seen} if seen else {}
    return Circumstances(now, by, stream, CATALOGUE, Calendar(), states)


def decided(
    command: PrefectureCommand,
    *history: Event,
    by: Actor = LEADER,
    on: date = ANNOUNCED,
    region: str = LUOYANG,
) -> tuple[Event, ...]:
    at = circumstances(by, on, stream_of(region))
    return PREFECTURE.decide(PREFECTURE.fold(history), command, at).events


def test_the_headquarters_put_a_prefecture_into_its_class() -> None:
    command = ClassifyPrefecture(region=LUOYANG, region_class=2)
    assert decided(command, by=HQ) == (CLASS_TWO,)
    assert decided(command, CLASS_TWO, by=HQ) == ()
    with pytest.raises(NotPermitted):
        decided(command)


@pytest.mark.parametrize(("region", "stream"), [("419999", LUOYANG), (ZHENGZHOU, LUOYANG)])
def test_a_class_goes_to_the_stream_of_its_region_only(region: str, stream: str) -> None:
    with pytest.raises(RegionUnknown):
        decided(ClassifyPrefecture(region=region, region_class=1), by=HQ, region=stream)


def test_a_prefecture_without_a_class_decides_nothing() -> None:
    with pytest.raises(NotAtThisStage):
        decided(SuspendWindows(effective_on=OPENS))


def test_a_prefecture_decides_for_itself_and_the_headquarters_for_all() -> None:
    command = SuspendWindows(effective_on=OPENS)
    expected = (WindowsSuspended(effective_on=OPENS),)
    assert decided(command, CLASS_TWO) == decided(command, CLASS_TWO, by=HQ) == expected
    with pytest.raises(OtherPrefecture):
        decided(command, CLASS_TWO, by=Actor(Role.SUPERVISOR, "other", ZHENGZHOU))


def test_nothing_takes_effect_in_the_past() -> None:
    with pytest.raises(EffectiveInThePast) as refused:
        decided(SuspendWindows(effective_on=date(2020, 2, 22)), CLASS_TWO)
    assert refused.value.earliest == ANNOUNCED


@pytest.mark.parametrize("day", [date.min, date(2021, 3, 1), date.max])
def test_nothing_takes_effect_outside_a_year(day: date) -> None:
    with pytest.raises(TimeImplausible) as refused:
        decided(SuspendWindows(effective_on=day), CLASS_TWO)
    assert refused.value.pointer == "/effective_on"


def test_class_two_takes_the_steps_one_after_the_other() -> None:
    history = (CLASS_TWO, SUSPENDED)
    assert decided(TakeStep(step=Step.FIRST, effective_on=OPENS), *history) == (step(Step.FIRST),)
    with pytest.raises(StepOutOfOrder) as refused:
        decided(TakeStep(step=Step.THIRD, effective_on=OPENS), *history, step(Step.FIRST))
    assert refused.value.expected == "second"


def test_a_step_that_holds_already_is_not_taken_again() -> None:
    history = (CLASS_TWO, SUSPENDED, step(Step.FIRST))
    assert decided(TakeStep(step=Step.FIRST, effective_on=OPENS), *history) == ()


def test_class_one_resumes_as_it_decides() -> None:
    history = (PrefectureClassified(region=LUOYANG, region_class=1), SUSPENDED)
    assert decided(TakeStep(step=Step.FOURTH, effective_on=OPENS), *history) == (step(Step.FOURTH),)


def test_a_county_office_opens_by_a_decision_of_its_prefecture() -> None:
    history = (CLASS_TWO, SUSPENDED, step(Step.FIRST))
    command = ReopenCountyOffice(office="410322", effective_on=OPENS)
    expected = (CountyOfficeReopened(office="410322", effective_on=OPENS),)
    assert decided(command, *history) == expected
    for other in ("410300", "410122", "nowhere"):
        with pytest.raises(CountyOfficeUnknown) as refused:
            decided(ReopenCountyOffice(office=other, effective_on=OPENS), *history)
        assert "410322" in refused.value.choices


@pytest.mark.parametrize(
    ("history", "opened"),
    [
        ((), {"410300", "410322"}),
        ((SUSPENDED,), set()),
        ((SUSPENDED, step(Step.FIRST)), {"410300"}),
        ((SUSPENDED, step(Step.FIRST), step(Step.SECOND)), {"410300"}),
        ((SUSPENDED, step(Step.FOURTH)), {"410300"}),
        (
            (
                SUSPENDED,
                step(Step.FIRST),
                CountyOfficeReopened(office="410322", effective_on=OPENS),
            ),
            {"410300", "410322"},
        ),
    ],
)
def test_what_a_step_opens(history: tuple[Event, ...], opened: set[str]) -> None:
    prefecture = PREFECTURE.fold((CLASS_TWO, *history))
    offices = [OFFICES["410300"], OFFICES["410322"]]
    assert {office.id for office in offices if open_on(prefecture, office, OPENS)} == opened


def test_branches_open_with_the_second_step() -> None:
    branch = OFFICES["410100.br1"]
    for which, opened in ((Step.FIRST, False), (Step.SECOND, True), (Step.THIRD, True)):
        assert open_on(PREFECTURE.fold((SUSPENDED, step(which))), branch, OPENS) is opened


def test_a_decision_takes_effect_on_its_day_and_not_before() -> None:
    prefecture = PREFECTURE.fold((CLASS_TWO, SUSPENDED, step(Step.FIRST)))
    office = OFFICES[LUOYANG]
    days = (date(2020, 1, 23), CLOSED, ANNOUNCED, OPENS)
    assert [open_on(prefecture, office, day) for day in days] == [True, False, False, True]


def test_of_two_decisions_for_one_day_the_later_counts() -> None:
    again = WindowsSuspended(effective_on=OPENS)
    prefecture = PREFECTURE.fold((CLASS_TWO, SUSPENDED, step(Step.FIRST), again))
    assert prefecture.step_on(OPENS) is Step.SUSPENDED


def test_a_window_is_asked_of_its_prefecture_under_guard() -> None:
    (ref,) = prefecture_of_window("410100.br1")
    assert ref.stream == stream_of(ZHENGZHOU)
    closed = PREFECTURE.fold((SUSPENDED,))
    assert not window_open("410100.br1", circumstances(LEADER, OPENS, ref.stream, closed))
    assert window_open("410100.br1", circumstances(LEADER, OPENS, ref.stream))


@pytest.mark.parametrize("office", ["41", "999999", ""])
def test_what_is_no_office_of_a_prefecture_has_no_window(office: str) -> None:
    assert not list(prefecture_of_window(office))
    assert not window_open(office, circumstances(LEADER, OPENS, UUID(int=1)))


def test_every_prefecture_has_a_stream_of_its_own() -> None:
    assert len({stream_of(region) for region in REGIONS}) == len(REGIONS) == 18
