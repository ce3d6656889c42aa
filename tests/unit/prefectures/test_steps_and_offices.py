"""Steps, lists, local openings and county offices: who may decide which, and in which order."""

import msgspec
import pytest

from domain.prefectures.commands import (
    CloseCountyOffice,
    CloseWindowsLocally,
    ListThirdStepServices,
    OpenWindowsLocally,
    TakeStepBack,
)
from domain.prefectures.events import (
    CountyOfficeClosed,
    CountyOfficeReopened,
    StepTakenBack,
    ThirdStepServicesListed,
    WindowsClosedLocally,
    WindowsOpenedLocally,
)
from domain.prefectures.grounds import RiskGrade
from domain.prefectures.refusals import (
    BusinessUnknown,
    CountyOfficeUnknown,
    NotOfThisClass,
    StepNotEarlier,
    StepOutOfOrder,
    WindowsUnknown,
)
from domain.prefectures.step import Step
from tests.kit.prefectures import (
    CLASS_ONE,
    CLASS_TWO,
    COUNTY,
    GROUNDS,
    LUOYANG,
    OPENS,
    PAPER,
    SUSPENDED,
    decided,
    step,
    take,
    taken,
)


@pytest.mark.requirement("R02")
@pytest.mark.requirement("R11")
def test_class_two_takes_the_steps_one_after_the_other() -> None:
    history = (CLASS_TWO, SUSPENDED)
    assert decided(take(Step.FIRST), *history) == (taken(Step.FIRST),)
    with pytest.raises(StepOutOfOrder) as refused:
        decided(take(Step.THIRD), *history, step(Step.FIRST))
    assert refused.value.expected == "second"


def test_a_step_that_holds_already_is_not_taken_again() -> None:
    assert decided(take(Step.FIRST), CLASS_TWO, SUSPENDED, step(Step.FIRST)) == ()


@pytest.mark.requirement("R05")
def test_class_one_takes_no_step_and_names_what_it_opens() -> None:
    with pytest.raises(NotOfThisClass) as refused:
        decided(take(Step.FIRST), CLASS_ONE, SUSPENDED)
    assert refused.value.required == 2
    command = OpenWindowsLocally(
        offices=(LUOYANG,), services=("temp_plate",), effective_on=OPENS, grounds=GROUNDS
    )
    expected = WindowsOpenedLocally(
        offices=(LUOYANG,), services=("temp_plate",), effective_on=OPENS, grounds=GROUNDS, **PAPER
    )
    assert decided(command, CLASS_ONE, SUSPENDED) == (expected,)
    with pytest.raises(NotOfThisClass):
        decided(command, CLASS_TWO, SUSPENDED)


@pytest.mark.parametrize("office", ["410322", "410100", "410300.noc", "nowhere"])
def test_a_local_opening_names_windows_of_the_prefecture_itself(office: str) -> None:
    command = OpenWindowsLocally(
        offices=(office,), services=("temp_plate",), effective_on=OPENS, grounds=GROUNDS
    )
    with pytest.raises(WindowsUnknown) as refused:
        decided(command, CLASS_ONE, SUSPENDED)
    assert refused.value.offices == [office]
    assert LUOYANG in refused.value.choices


def test_a_local_opening_is_closed_again() -> None:
    command = CloseWindowsLocally(offices=(LUOYANG,), effective_on=OPENS, grounds=GROUNDS)
    expected = WindowsClosedLocally(
        offices=(LUOYANG,), effective_on=OPENS, grounds=GROUNDS, **PAPER
    )
    assert decided(command, CLASS_ONE, SUSPENDED) == (expected,)


@pytest.mark.requirement("R09")
def test_the_third_step_has_a_list_of_known_services() -> None:
    command = ListThirdStepServices(
        services=("inspection", "medical_submit"), effective_on=OPENS, grounds=GROUNDS
    )
    expected = ThirdStepServicesListed(
        services=("inspection", "medical_submit"), effective_on=OPENS, grounds=GROUNDS, **PAPER
    )
    assert decided(command, CLASS_TWO, SUSPENDED) == (expected,)
    unknown = ListThirdStepServices(services=("hair",), effective_on=OPENS, grounds=GROUNDS)
    with pytest.raises(BusinessUnknown) as refused:
        decided(unknown, CLASS_TWO, SUSPENDED)
    assert refused.value.services == ["hair"]


@pytest.mark.requirement("R11")
def test_a_step_is_taken_back_with_a_reason() -> None:
    history = (CLASS_TWO, SUSPENDED, step(Step.FIRST), step(Step.SECOND))
    command = TakeStepBack(step=Step.FIRST, effective_on=OPENS, grounds=GROUNDS)
    expected = StepTakenBack(step=Step.FIRST, effective_on=OPENS, grounds=GROUNDS, **PAPER)
    assert decided(command, *history) == (expected,)
    for other in (Step.SECOND, Step.THIRD, Step.SUSPENDED):
        with pytest.raises(StepNotEarlier) as refused:
            decided(TakeStepBack(step=other, effective_on=OPENS, grounds=GROUNDS), *history)
        assert refused.value.choices == ["first"]


@pytest.mark.requirement("R12")
def test_a_county_office_opens_by_a_decision_of_its_prefecture() -> None:
    history = (CLASS_TWO, SUSPENDED, step(Step.FIRST))
    expected = CountyOfficeReopened(
        office="410322",
        services=("reissue_replace",),
        grade=RiskGrade.LOW,
        county_class=2,
        effective_on=OPENS,
        grounds=GROUNDS,
        **PAPER,
    )
    assert decided(COUNTY, *history) == (expected,)
    for other in ("410300", "410122", "nowhere"):
        with pytest.raises(CountyOfficeUnknown) as refused:
            decided(msgspec.structs.replace(COUNTY, office=other), *history)
        assert "410322" in refused.value.choices


def test_a_county_office_closes_by_a_decision_of_its_prefecture() -> None:
    command = CloseCountyOffice(
        office="410322",
        grade=RiskGrade.HIGH,
        county_class=1,
        effective_on=OPENS,
        grounds=GROUNDS,
    )
    (event,) = decided(command, CLASS_TWO, SUSPENDED)
    assert event == CountyOfficeClosed(
        office="410322",
        grade=RiskGrade.HIGH,
        county_class=1,
        effective_on=OPENS,
        grounds=GROUNDS,
        **PAPER,
    )
