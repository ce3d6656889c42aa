"""A case begun anew: a new reviewer, a new term, every check again."""

from datetime import date

import pytest
from msgspec.structs import replace

from domain.calendar import end_of_day
from domain.case.case import CASE
from domain.case.intake.commands import RecordPayment
from domain.case.intake.events import FeeAskedAgain, FeePaidAgain, PaymentExpired
from domain.case.intake.payment import asked_again
from domain.case.refusals import PaymentDiffers
from domain.case.remedies.commands import ReopenCase
from domain.case.remedies.events import CaseReopened, ReconsiderationDecided, ReconsiderationFiled
from domain.case.remedies.reasons import ReconsiderationOutcome, ReopeningCause
from domain.case.review.commands import StartReview
from domain.case.review.events import ReviewStarted
from domain.case.stage import ASKS_AGAIN, OPEN, Stage
from domain.case.state import Running
from domain.conflict import OtherOfficerRequired
from domain.people import Actor
from domain.refusal import NotAsThingsStand, NotAtThisStage, NotPermitted
from tests.unit.case import situations as s
from tests.unit.case.given import Given, given

ON = date(2020, 3, 16)
REOPEN = ReopenCase(cause=ReopeningCause.OWN_CORRECTION)


def reopened(accepted_on: date) -> CaseReopened:
    return CaseReopened(
        cause=ReopeningCause.OWN_CORRECTION, accepted_on=accepted_on, decide_by=date(2020, 4, 7)
    )


ASKED = FeeAskedAgain(amount_fen=s.FEE + s.POSTAGE, pay_by=end_of_day(date(2020, 4, 7)))
REOPENED = (*s.REFUSED, reopened(s.ACCEPTED_ON), ASKED)
PAY = RecordPayment(amount_fen=s.FEE + s.POSTAGE, paid_on=ON)
PAID = FeePaidAgain(amount_fen=s.FEE + s.POSTAGE, received_on=ON)


def test_a_refused_case_is_reopened_with_a_new_term_and_no_checks() -> None:
    result = given(s.REFUSED).when(REOPEN, by=s.LEADER, on=ON)
    case = result.then(reopened(s.ACCEPTED_ON), ASKED).case
    assert case.stage is Stage.ACCEPTED
    assert case.clock == Running(date(2020, 4, 7))
    assert case.checks == {}
    assert (case.decided_on, case.decided_by, case.reconsider_by) == (None, None, None)


def test_a_case_that_was_not_accepted_counts_as_accepted_from_now() -> None:
    case = given(s.NOT_ACCEPTED).when(REOPEN, by=s.LEADER, on=ON).then(reopened(ON), ASKED).case
    assert case.accepted_on == ON


@pytest.mark.parametrize("officer", [s.CLERK, s.REVIEWER, s.THIRD])
def test_nobody_who_was_concerned_with_it_decides_it_again(officer: Actor) -> None:
    start = StartReview()
    given(REOPENED).when(start, by=officer, on=ON).then_refused(OtherOfficerRequired)


def test_a_new_officer_decides_it_again() -> None:
    fourth = s.LEADER
    given(REOPENED).when(StartReview(), by=fourth, on=ON).then(ReviewStarted(reviewer="leader"))


def test_a_completed_case_makes_its_document_anew() -> None:
    case = given(s.COMPLETED).when(REOPEN, by=s.LEADER, on=ON).case
    assert case.document_no is None
    assert not case.old_document_settled
    assert case.posts == 0


def test_the_reconsideration_organ_must_have_ordered_it_for_that_cause() -> None:
    ordered = ReopenCase(cause=ReopeningCause.RECONSIDERATION)
    filed = ReconsiderationFiled(in_time=True)
    given(s.REFUSED).when(ordered, by=s.LEADER, on=ON).then_refused(NotAsThingsStand)
    upheld = ReconsiderationDecided(outcome=ReconsiderationOutcome.UPHELD)
    given(s.REFUSED, filed, upheld).when(ordered, by=s.LEADER, on=ON).then_refused(NotAsThingsStand)
    revoked = ReconsiderationDecided(outcome=ReconsiderationOutcome.REVOKED)
    case = given(s.REFUSED, filed, revoked).when(ordered, by=s.LEADER, on=ON).case
    assert case.stage is Stage.ACCEPTED
    assert not case.ordered_anew


def test_a_case_under_reconsideration_is_not_reopened_meanwhile() -> None:
    given(s.REFUSED, ReconsiderationFiled(in_time=True)).when(
        REOPEN, by=s.LEADER, on=ON
    ).then_refused(NotAsThingsStand, command="ReopenCase")


def test_only_a_duty_leader_reopens_and_only_what_was_decided() -> None:
    given(s.REFUSED).when(REOPEN, by=s.REVIEWER, on=ON).then_refused(NotPermitted)
    given(s.IN_REVIEW).when(REOPEN, by=s.LEADER, on=ON).then_refused(NotAtThisStage)


def test_money_given_back_is_owed_again_and_given_back_once() -> None:
    case = given(REOPENED).case
    assert case.payable_fen == s.FEE + s.POSTAGE
    assert case.refundable_fen == 0


def test_who_never_paid_is_asked_too_and_who_pays_later_or_has_paid_is_not() -> None:
    lapsed = (*s.UNPAID, PaymentExpired())
    assert given(lapsed).when(REOPEN, by=s.LEADER, on=ON).then(reopened(ON), ASKED).case
    given(s.COMPLETED).when(REOPEN, by=s.LEADER, on=ON).then(reopened(s.ACCEPTED_ON))
    at_window = replace(given(s.REFUSED).case, facts=s.TO_COLLECT_FACTS)
    assert asked_again(at_window, ON) == []


@pytest.mark.parametrize("stage", sorted(ASKS_AGAIN))
def test_it_is_paid_while_the_office_goes_on_and_changes_no_stage(stage: Stage) -> None:
    case = replace(given(REOPENED).case, stage=stage)
    result = Given(case).when(PAY, by=s.TIMEKEEPER, on=ON)
    after = result.case
    assert result.decided[0] == PAID
    assert (after.stage, after.payable_fen, after.pay_again_by) == (stage, 0, None)
    assert after.accepted_on == case.accepted_on
    assert after.refundable_fen == s.FEE + s.POSTAGE


def test_a_case_that_asks_for_nothing_takes_nothing() -> None:
    given(s.ACCEPTED).when(PAY, by=s.TIMEKEEPER, on=ON).then_refused(NotAtThisStage)
    given(REOPENED, PAID).when(PAY, by=s.TIMEKEEPER, on=ON).then_refused(NotAtThisStage)
    other = replace(PAY, amount_fen=1)
    given(REOPENED).when(other, by=s.TIMEKEEPER, on=ON).then_refused(PaymentDiffers)


def test_once_the_document_is_made_whoever_hands_it_over_collects_the_fee() -> None:
    for stage in OPEN - ASKS_AGAIN - {Stage.PAYMENT_PENDING}:
        case = CASE.at_stage(given(REOPENED).case, stage)
        assert (case.pay_again_by, case.payable_fen) == (None, s.FEE + s.POSTAGE)
        Given(case).when(PAY, by=s.TIMEKEEPER, on=ON).then_refused(NotAtThisStage)
