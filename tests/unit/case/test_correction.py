"""All defects are told at once, and the clock rests until the papers are put right."""

from datetime import date

from domain.case.deadlines.events import ClockRestarted, ClockStopped
from domain.case.grounds import StopReason
from domain.case.intake.commands import RequestCorrection, SupplyCorrection
from domain.case.intake.events import CorrectionRequested, CorrectionSupplied, Defect
from domain.case.intake.reasons import DefectCode
from domain.case.intake.refusals import CorrectionAlreadyRequested, CorrectionIncomplete
from domain.case.remedies.events import CaseReopened
from domain.case.remedies.reasons import ReopeningCause
from domain.case.stage import Stage
from domain.case.state import Running, Stopped
from domain.clocks.clock import Clock
from domain.refusal import NotAtThisStage
from domain.services.facts import ByPost
from tests.unit.case import situations as s
from tests.unit.case.examples import DEFECT
from tests.unit.case.given import given

OTHER_DEFECT = Defect("/delivery", DefectCode.MISSING)
REQUESTED = CorrectionRequested(defects=(DEFECT,), reply_by=date(2020, 3, 24))
BEFORE_ACCEPTANCE = (*s.SUBMITTED, REQUESTED)
AFTER_ACCEPTANCE = (
    *s.ACCEPTED,
    REQUESTED,
    ClockStopped(reason=StopReason.CORRECTION, days_left=15),
)
SUPPLIED = CorrectionSupplied(
    stage=Stage.SUBMITTED,
    papers=(s.NEW_PAPER,),
    accept_by=date(2020, 3, 5),
    correction_notice_by=date(2020, 3, 11),
    received_on=s.REVIEWED_ON,
)


def test_the_office_tells_what_is_wrong_and_until_when() -> None:
    case = (
        given(s.SUBMITTED)
        .when(RequestCorrection(defects=(DEFECT,)), by=s.CLERK, on=s.ACCEPTED_ON)
        .then(REQUESTED)
        .case
    )
    assert case.deadline is not None
    assert case.deadline.clock == Clock.CORRECTION_REPLY
    assert case.deemed_on is None


def test_the_clock_rests_while_an_accepted_case_is_corrected() -> None:
    case = (
        given(s.ACCEPTED)
        .when(RequestCorrection(defects=(DEFECT,)), by=s.CLERK, on=s.ACCEPTED_ON)
        .then(*AFTER_ACCEPTANCE[-2:])
        .case
    )
    assert case.clock == Stopped(15, s.DECIDE_BY)


def test_a_case_in_review_is_not_sent_back_for_correction() -> None:
    given(s.IN_REVIEW).when(
        RequestCorrection(defects=(DEFECT,)), by=s.REVIEWER, on=s.REVIEWED_ON
    ).then_refused(NotAtThisStage, stage="in_review")


def test_a_second_notice_may_not_name_what_the_first_forgot() -> None:
    given(BEFORE_ACCEPTANCE, SUPPLIED).when(
        RequestCorrection(defects=(OTHER_DEFECT,)), by=s.CLERK, on=s.REVIEWED_ON
    ).then_refused(CorrectionAlreadyRequested, places=["registration_certificate"])


def test_a_second_notice_for_the_new_papers_is_allowed_a_third_is_not() -> None:
    again = RequestCorrection(defects=(DEFECT,))
    second = given(BEFORE_ACCEPTANCE, SUPPLIED).when(again, by=s.CLERK, on=s.REVIEWED_ON)
    assert second.case.corrections == 2
    given(BEFORE_ACCEPTANCE, SUPPLIED, second.decided, SUPPLIED).when(
        again, by=s.CLERK, on=s.APPROVED_ON
    ).then_refused(CorrectionAlreadyRequested)


def test_corrected_papers_before_acceptance_give_the_office_its_days_anew() -> None:
    case = (
        given(BEFORE_ACCEPTANCE)
        .when(SupplyCorrection(papers=(s.NEW_PAPER,)), by=s.CITIZEN, on=s.REVIEWED_ON)
        .then(SUPPLIED)
        .case
    )
    assert case.stage is Stage.SUBMITTED
    assert case.clock is None


def test_corrected_papers_after_acceptance_start_the_clock_where_it_stood() -> None:
    case = (
        given(AFTER_ACCEPTANCE)
        .when(SupplyCorrection(papers=(s.NEW_PAPER,)), by=s.CITIZEN, on=date(2020, 3, 10))
        .then(
            CorrectionSupplied(
                stage=Stage.ACCEPTED, papers=(s.NEW_PAPER,), received_on=date(2020, 3, 10)
            ),
            ClockRestarted(decide_by=date(2020, 3, 31), old=s.DECIDE_BY),
        )
        .case
    )
    assert case.clock == Running(date(2020, 3, 31))


def test_a_correction_must_answer_every_defect() -> None:
    asked = RequestCorrection(defects=(DEFECT, OTHER_DEFECT))
    requested = given(s.SUBMITTED).when(asked, by=s.CLERK, on=s.ACCEPTED_ON).decided
    given(s.SUBMITTED, requested).when(
        SupplyCorrection(papers=(s.NEW_PAPER,)), by=s.CITIZEN, on=s.REVIEWED_ON
    ).then_refused(CorrectionIncomplete, places=["/delivery"])


def test_a_part_of_the_form_is_corrected_by_sealing_it_anew() -> None:
    asked = RequestCorrection(defects=(OTHER_DEFECT,))
    requested = given(s.SUBMITTED).when(asked, by=s.CLERK, on=s.ACCEPTED_ON).decided
    case = (
        given(s.SUBMITTED, requested)
        .when(
            SupplyCorrection(sealed={"delivery": "pii1.new"}),
            by=s.CITIZEN,
            on=s.REVIEWED_ON,
        )
        .case
    )
    assert case.sealed == {"applicant": "pii1.a", "delivery": "pii1.new"}


def test_a_corrected_address_may_lie_in_another_county() -> None:
    asked = RequestCorrection(defects=(OTHER_DEFECT,))
    requested = given(s.SUBMITTED).when(asked, by=s.CLERK, on=s.ACCEPTED_ON).decided
    supplied = SupplyCorrection(sealed={"delivery": "pii1.new"}, destination_region="411025")
    case = given(s.SUBMITTED, requested).when(supplied, by=s.CITIZEN, on=s.REVIEWED_ON).case
    assert case.delivery == ByPost("411025")


def test_nothing_is_corrected_that_was_not_asked_for() -> None:
    given(s.SUBMITTED).when(
        SupplyCorrection(papers=(s.NEW_PAPER,)), by=s.CITIZEN, on=s.REVIEWED_ON
    ).then_refused(NotAtThisStage, stage="submitted")


def test_a_reopened_case_goes_back_to_where_it_was_corrected() -> None:
    reopened = CaseReopened(
        cause=ReopeningCause.OWN_CORRECTION,
        accepted_on=s.APPROVED_ON,
        decide_by=date(2020, 3, 26),
    )
    requested = given(s.NOT_ACCEPTED, reopened).when(
        RequestCorrection(defects=(DEFECT,)), by=s.THIRD, on=s.APPROVED_ON
    )
    assert requested.case.before_correction is Stage.ACCEPTED
