"""A prefecture decides about its windows: it does, it says no, it stays quiet."""

from datetime import date
from uuid import UUID

import pytest

from domain.offices.tree import REGIONS
from domain.people import Actor, Role
from domain.plausible import TimeImplausible
from domain.prefectures.commands import (
    ClassifyPrefecture,
    SuspendWindows,
)
from domain.prefectures.events import (
    PrefectureClassified,
    WindowsSuspended,
)
from domain.prefectures.grounds import Grounds
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.refusals import (
    EffectiveInThePast,
    NotOfThisClass,
    NotTheDetachment,
    PersonNamed,
    RegionUnknown,
)
from domain.prefectures.state import stream_of
from domain.prefectures.step import Step
from domain.prefectures.windows import prefecture_of_window, window_open
from domain.refusal import NotAtThisStage, NotPermitted
from tests.kit.prefectures import (
    ANNOUNCED,
    CLASS_TWO,
    CLOSED,
    COUNTY,
    DETACHMENT,
    GROUNDS,
    HQ,
    LEADER,
    LUOYANG,
    OPENS,
    PLATES,
    SUSPENDED,
    ZHENGZHOU,
    circumstances,
    decided,
    step,
    take,
)

SUSPENDED_FIRST = WindowsSuspended(region=LUOYANG, effective_on=CLOSED)


@pytest.mark.requirement("R05")
@pytest.mark.requirement("R06")
def test_the_headquarters_put_a_prefecture_into_its_class() -> None:
    command = ClassifyPrefecture(region=LUOYANG, region_class=2)
    (event,) = decided(command, by=HQ)
    assert event == PrefectureClassified(
        region=LUOYANG, region_class=2, effective_on=ANNOUNCED, body="41", decided_on=ANNOUNCED
    )
    assert decided(command, CLASS_TWO, by=HQ) == ()
    with pytest.raises(NotPermitted):
        decided(command)


def test_whoever_comes_into_class_one_closes_its_windows_with_that_day() -> None:
    command = ClassifyPrefecture(region=LUOYANG, region_class=1, effective_on=OPENS)
    classified, closed = decided(command, CLASS_TWO, by=HQ)
    assert isinstance(classified, PrefectureClassified)
    assert classified.effective_on == OPENS
    assert isinstance(closed, WindowsSuspended)
    assert closed.effective_on == OPENS
    later = PREFECTURE.fold((CLASS_TWO, classified, closed))
    assert (later.class_on(ANNOUNCED), later.class_on(OPENS)) == (2, 1)


@pytest.mark.parametrize(("region", "stream"), [("419999", LUOYANG), (ZHENGZHOU, LUOYANG)])
def test_a_class_goes_to_the_stream_of_its_region_only(region: str, stream: str) -> None:
    with pytest.raises(RegionUnknown):
        decided(ClassifyPrefecture(region=region, region_class=1), by=HQ, region=stream)


def test_a_prefecture_may_suspend_its_windows_before_it_has_a_class() -> None:
    command = SuspendWindows(effective_on=CLOSED)
    (suspended,) = decided(command, on=date(2020, 1, 23))
    assert suspended == WindowsSuspended(
        region=LUOYANG, effective_on=CLOSED, body="410300-det", decided_on=date(2020, 1, 23)
    )
    prefecture = PREFECTURE.fold((suspended,))
    assert (prefecture.region, prefecture.class_on(OPENS)) == (LUOYANG, None)
    assert prefecture.step_on(CLOSED) is Step.SUSPENDED
    classify = ClassifyPrefecture(region=LUOYANG, region_class=1)
    assert len(decided(classify, suspended, by=HQ)) == 1


def test_a_prefecture_without_a_class_takes_no_step() -> None:
    with pytest.raises(NotAtThisStage):
        decided(take(Step.FIRST))
    with pytest.raises(NotOfThisClass) as refused:
        decided(take(Step.FIRST), SUSPENDED_FIRST)
    assert (refused.value.region_class, refused.value.required) == (None, 2)


@pytest.mark.parametrize("office", [LUOYANG, "410100-det"])
def test_nobody_else_suspends_a_prefecture_that_has_decided_nothing(office: str) -> None:
    with pytest.raises(NotTheDetachment):
        decided(SuspendWindows(effective_on=OPENS), by=Actor(Role.SUPERVISOR, "other", office))
    with pytest.raises(RegionUnknown):
        decided(SuspendWindows(effective_on=OPENS), by=HQ, region="419999")


def test_a_prefecture_suspends_its_own_windows_and_the_headquarters_those_of_all() -> None:
    command = SuspendWindows(effective_on=OPENS, planned_end=date(2020, 3, 9), grounds=GROUNDS)
    for by, body in ((DETACHMENT, "410300-det"), (HQ, "41")):
        (event,) = decided(command, CLASS_TWO, by=by)
        assert event == WindowsSuspended(
            effective_on=OPENS,
            body=body,
            decided_on=ANNOUNCED,
            planned_end=date(2020, 3, 9),
            grounds=GROUNDS,
        )


@pytest.mark.requirement("R11")
@pytest.mark.requirement("R12")
@pytest.mark.parametrize(
    "office", [LUOYANG, "410322", "410300.noc", "410100", "410100-det", "41", "nowhere"]
)
def test_the_detachment_decides_and_neither_vehicle_office_nor_county_does(office: str) -> None:
    other = Actor(Role.SUPERVISOR, "other", office)
    for command in (SuspendWindows(effective_on=OPENS), take(Step.FIRST), COUNTY):
        with pytest.raises(NotTheDetachment) as refused:
            decided(command, CLASS_TWO, SUSPENDED, by=other)
        assert refused.value.body == DETACHMENT.office


@pytest.mark.requirement("R11")
@pytest.mark.parametrize("role", [Role.HQ, Role.CLERK])
def test_the_headquarters_take_no_step_and_open_no_county(role: Role) -> None:
    for command in (take(Step.FIRST), COUNTY):
        with pytest.raises(NotPermitted):
            decided(command, CLASS_TWO, SUSPENDED, by=Actor(role, "somebody", LUOYANG))


def test_nothing_takes_effect_in_the_past() -> None:
    with pytest.raises(EffectiveInThePast) as refused:
        decided(SuspendWindows(effective_on=date(2020, 2, 22)), CLASS_TWO)
    assert refused.value.earliest == ANNOUNCED


@pytest.mark.parametrize("day", [date.min, date(2021, 3, 1), date.max])
def test_nothing_takes_effect_outside_a_year(day: date) -> None:
    with pytest.raises(TimeImplausible) as refused:
        decided(SuspendWindows(effective_on=day), CLASS_TWO)
    assert refused.value.pointer == "/effective_on"


@pytest.mark.parametrize(
    ("command", "pointer"),
    [
        (SuspendWindows(effective_on=OPENS, decided_on=OPENS), "/decided_on"),
        (SuspendWindows(effective_on=OPENS, planned_end=ANNOUNCED), "/planned_end"),
        (SuspendWindows(effective_on=OPENS, planned_end=date.max), "/planned_end"),
    ],
)
def test_a_paper_has_plausible_days(command: SuspendWindows, pointer: str) -> None:
    with pytest.raises(TimeImplausible) as refused:
        decided(command, CLASS_TWO)
    assert refused.value.pointer == pointer


@pytest.mark.parametrize("number", ["13900000000", "139 0000 0000", "41030019900101001X"])
def test_a_public_reason_names_nobody(number: str) -> None:
    grounds = Grounds(reason=f"请联系 {number}。")
    with pytest.raises(PersonNamed) as refused:
        decided(SuspendWindows(effective_on=OPENS, grounds=grounds), CLASS_TWO)
    assert refused.value.pointer == "/grounds/reason"


def test_of_two_decisions_for_one_day_the_later_counts() -> None:
    again = WindowsSuspended(effective_on=OPENS)
    prefecture = PREFECTURE.fold((CLASS_TWO, SUSPENDED, step(Step.FIRST), again))
    assert prefecture.step_on(OPENS) is Step.SUSPENDED


def test_a_window_is_asked_of_its_prefecture_under_guard() -> None:
    (ref,) = prefecture_of_window("410100.br1")
    assert ref.stream == stream_of(ZHENGZHOU)
    closed = PREFECTURE.fold((SUSPENDED,))
    assert not window_open("410100.br1", PLATES, circumstances(LEADER, OPENS, ref.stream, closed))
    assert window_open("410100.br1", PLATES, circumstances(LEADER, OPENS, ref.stream))


@pytest.mark.parametrize("office", ["41", "999999", ""])
def test_what_is_no_office_of_a_prefecture_has_no_window(office: str) -> None:
    assert not list(prefecture_of_window(office))
    assert not window_open(office, PLATES, circumstances(LEADER, OPENS, UUID(int=1)))


def test_every_prefecture_has_a_stream_of_its_own() -> None:
    assert len({stream_of(region) for region in REGIONS}) == len(REGIONS) == 18
