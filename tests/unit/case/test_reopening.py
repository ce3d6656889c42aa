"""A case begun anew: a new reviewer, a new term, every check again."""

from datetime import date

import pytest

from domain.case.remedies.commands import ReopenCase
from domain.case.remedies.events import CaseReopened, ReconsiderationDecided, ReconsiderationFiled
from domain.case.remedies.reasons import ReconsiderationOutcome, ReopeningCause
from domain.case.review.commands import StartReview
from domain.case.review.events import ReviewStarted
from domain.case.stage import Stage
from domain.case.state import Running
from domain.conflict import OtherOfficerRequired
from domain.people import Actor
from domain.refusal import NotAsThingsStand, NotAtThisStage, NotPermitted
from tests.unit.case import situations as s
from tests.unit.case.given import given

ON = date(2020, 3, 16)
REOPEN = ReopenCase(cause=ReopeningCause.OWN_CORRECTION)


def reopened(accepted_on: date) -> CaseReopened:
    return CaseReopened(
        cause=ReopeningCause.OWN_CORRECTION, accepted_on=accepted_on, decide_by=date(2020, 4, 7)
    )


REOPENED = (*s.REFUSED, reopened(s.ACCEPTED_ON))


def test_a_refused_case_is_reopened_with_a_new_term_and_no_checks() -> None:
    case = given(s.REFUSED).when(REOPEN, by=s.LEADER, on=ON).then(reopened(s.ACCEPTED_ON)).case
    assert case.stage is Stage.ACCEPTED
    assert case.clock == Running(date(2020, 4, 7))
    assert case.checks == {}
    assert (case.decided_on, case.decided_by, case.reconsider_by) == (None, None, None)


def test_a_case_that_was_not_accepted_counts_as_accepted_from_now() -> None:
    case = given(s.NOT_ACCEPTED).when(REOPEN, by=s.LEADER, on=ON).then(reopened(ON)).case
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
