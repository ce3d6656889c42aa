"""What is open, why, since when and by which decision."""

from datetime import date, timedelta

import pytest

from domain.message import Event
from domain.offices.business import WindowGroup
from domain.offices.tree import OFFICES
from domain.prefectures.events import (
    CountyOfficeClosed,
    CountyOfficeReopened,
    PrefectureClassified,
    StepTaken,
    StepTakenBack,
    ThirdStepServicesListed,
    WindowsSuspended,
)
from domain.prefectures.grounds import Grounds, RiskGrade
from domain.prefectures.openness import Openness, Why, openness
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.step import Step
from domain.services.catalogue import CATALOGUE

LUOYANG, COUNTY = "410300", "410322"
CLOSED, OPENS, LATER = date(2020, 1, 24), date(2020, 2, 24), date(2020, 3, 2)
GROUNDS = Grounds(reason="支持复工复产，逐步恢复线下业务。", document_no="洛公交〔2020〕7号")
CLASS_TWO = PrefectureClassified(region=LUOYANG, region_class=2)
SUSPENDED = WindowsSuspended(effective_on=CLOSED)
PLATES = CATALOGUE["plate_reissue"].business
TEMP = CATALOGUE["temp_plate"].business


def step(which: Step, on: date) -> StepTaken:
    return StepTaken(step=which, effective_on=on, body=LUOYANG, decided_on=CLOSED, grounds=GROUNDS)


def back_to(which: Step, on: date) -> StepTakenBack:
    return StepTakenBack(
        step=which, effective_on=on, body=LUOYANG, decided_on=CLOSED, grounds=GROUNDS
    )


def listed(on: date, *services: str) -> ThirdStepServicesListed:
    return ThirdStepServicesListed(
        services=services, effective_on=on, body=LUOYANG, decided_on=CLOSED, grounds=GROUNDS
    )


def asked(
    *history: Event,
    office: str = LUOYANG,
    service: str = "plate_reissue",
    on: date = LATER,
) -> Openness:
    business = CATALOGUE[service].business
    return openness(PREFECTURE.fold(history), OFFICES[office], business, on)


def test_a_window_is_told_with_its_decision_and_its_day() -> None:
    found = asked(CLASS_TWO, SUSPENDED, step(Step.FIRST, OPENS))
    assert (found.open, found.why, found.since) == (True, Why.STEP, OPENS)
    assert found.decision is not None
    assert found.decision.named(LUOYANG) == "410300-3"
    assert found.decision.document_no == "洛公交〔2020〕7号"
    assert found.decision.event == "StepTaken"


def test_what_stays_open_is_open_since_its_first_step() -> None:
    found = asked(CLASS_TWO, SUSPENDED, step(Step.FIRST, OPENS), step(Step.SECOND, LATER))
    assert found.since == OPENS
    assert found.decision is not None
    assert found.decision.version == 3


def test_what_stays_closed_is_closed_since_the_suspension() -> None:
    found = asked(CLASS_TWO, SUSPENDED, step(Step.FIRST, OPENS), service="medical_submit")
    assert (found.open, found.why, found.since) == (False, Why.STEP_NOT_REACHED, CLOSED)


def test_nothing_was_decided_where_nothing_was_suspended() -> None:
    assert asked(CLASS_TWO) == Openness(True, Why.NEVER_SUSPENDED, None, None)


@pytest.mark.requirement("R11")
def test_a_decision_is_in_force_at_the_beginning_of_its_day_without_anybody_acting() -> None:
    history = (CLASS_TWO, SUSPENDED, step(Step.FIRST, OPENS))
    days = (CLOSED - timedelta(days=1), CLOSED, OPENS - timedelta(days=1), OPENS)
    assert [asked(*history, on=day).open for day in days] == [True, False, False, True]


@pytest.mark.requirement("R08")
def test_a_temporary_plate_is_not_had_at_a_branch_in_the_second_step() -> None:
    history = (CLASS_TWO, SUSPENDED, step(Step.SECOND, OPENS))
    for outlet in ("410300.br1", "410300.st1"):
        assert asked(*history, office=outlet).open
        assert not asked(*history, office=outlet, service="temp_plate").open
        assert not asked(CLASS_TWO, SUSPENDED, step(Step.FIRST, OPENS), office=outlet).open
    assert asked(*history, service="temp_plate").open


@pytest.mark.requirement("R09")
def test_a_third_step_without_a_list_opens_nothing_more() -> None:
    second = (CLASS_TWO, SUSPENDED, step(Step.SECOND, OPENS))
    for office, service in product_of_offices():
        before = asked(*second, office=office, service=service)
        after = asked(*second, step(Step.THIRD, OPENS), office=office, service=service)
        assert after.open is before.open


def product_of_offices() -> list[tuple[str, str]]:
    offices = [LUOYANG, "410300.br1", "410300.st1", "410300.ins1", "410300.exs1", COUNTY]
    return [(office, service) for office in offices for service in CATALOGUE]


@pytest.mark.requirement("R09")
def test_a_list_may_name_a_single_service() -> None:
    history = (CLASS_TWO, SUSPENDED, step(Step.THIRD, OPENS), listed(OPENS, "medical_submit"))
    assert asked(*history, service="medical_submit").why is Why.LISTED
    assert not asked(*history, service="licence_photo_submit").open


def test_a_list_that_is_replaced_closes_what_it_leaves_out() -> None:
    history = (CLASS_TWO, SUSPENDED, step(Step.THIRD, OPENS), listed(OPENS, "inspection"))
    after = (*history, listed(LATER, "exam"))
    station, service = "410300.ins1", "inspection_booking"
    assert asked(*history, office=station, service=service).open
    found = asked(*after, office=station, service=service)
    assert (found.open, found.why, found.since) == (False, Why.NOT_LISTED, LATER)


def test_a_step_taken_back_closes_what_it_does_not_open_and_what_was_planned() -> None:
    planned = (step(Step.FIRST, OPENS), step(Step.SECOND, LATER))
    back = back_to(Step.FIRST, OPENS)
    branch = "410300.br1"
    assert asked(CLASS_TWO, SUSPENDED, *planned, office=branch).open
    assert not asked(CLASS_TWO, SUSPENDED, *planned, back, office=branch).open
    assert asked(CLASS_TWO, SUSPENDED, *planned, back).open


def test_a_suspension_undoes_what_was_planned_for_a_later_day() -> None:
    planned = (CLASS_TWO, SUSPENDED, step(Step.FIRST, OPENS), step(Step.SECOND, LATER))
    assert not asked(*planned, WindowsSuspended(effective_on=OPENS)).open


@pytest.mark.requirement("R12")
def test_a_county_office_follows_its_own_decision_and_no_step() -> None:
    history = (CLASS_TWO, SUSPENDED, step(Step.FOURTH, OPENS))
    assert asked(*history, office=COUNTY).why is Why.COUNTY_UNDECIDED
    reopened = CountyOfficeReopened(office=COUNTY, effective_on=OPENS, services=("temp_plate",))
    assert asked(*history, reopened, office=COUNTY, service="temp_plate").why is Why.DECIDED
    assert asked(*history, reopened, office=COUNTY).why is Why.NOT_DECIDED
    assert asked(CLASS_TWO, SUSPENDED, reopened, office=COUNTY, service="temp_plate").open
    closed = CountyOfficeClosed(
        office=COUNTY,
        grade=RiskGrade.HIGH,
        county_class=1,
        effective_on=LATER,
        body=LUOYANG,
        decided_on=CLOSED,
        grounds=GROUNDS,
    )
    assert asked(*history, reopened, closed, office=COUNTY).why is Why.CLOSED_AGAIN


def test_a_county_office_whose_stored_decision_names_nothing_serves_everything() -> None:
    reopened = CountyOfficeReopened(office=COUNTY, effective_on=OPENS)
    history = (CLASS_TWO, SUSPENDED, reopened)
    assert all(asked(*history, office=COUNTY, service=code).open for code in CATALOGUE)


def test_a_suspension_closes_the_county_offices_too() -> None:
    reopened = CountyOfficeReopened(office=COUNTY, effective_on=OPENS)
    again = WindowsSuspended(effective_on=LATER)
    found = asked(CLASS_TWO, SUSPENDED, reopened, again, office=COUNTY)
    assert (found.open, found.why, found.since) == (False, Why.COUNTY_UNDECIDED, LATER)


@pytest.mark.parametrize("office", ["41", "410300-det", "410300.noc"])
def test_an_office_without_windows_opens_nothing(office: str) -> None:
    prefecture = PREFECTURE.fold((CLASS_TWO,))
    assert all(
        openness(prefecture, OFFICES[office], group, LATER).why is Why.NOT_DONE_HERE
        for group in WindowGroup
    )


def test_every_service_belongs_to_a_group() -> None:
    groups = {code: service.business.group for code, service in CATALOGUE.items()}
    assert set(groups.values()) == set(WindowGroup)
    renewals = [code for code, service in CATALOGUE.items() if service.business.renewal]
    assert renewals == ["licence_renewal"]
    assert PLATES.group is WindowGroup.REISSUE_REPLACE
    assert TEMP.group is WindowGroup.TEMPORARY_PLATES
