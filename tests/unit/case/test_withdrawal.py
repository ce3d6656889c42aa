"""Free before acceptance; afterwards the office must agree."""

from datetime import date

import pytest

from domain.case.deadlines.events import ClockStopped
from domain.case.grounds import StopReason
from domain.case.intake.events import CorrectionRequested
from domain.case.overlays.commands import DenyWithdrawal, GrantWithdrawal, WithdrawCase
from domain.case.overlays.events import (
    CaseWithdrawn,
    WithdrawalDenied,
    WithdrawalGranted,
    WithdrawalRequested,
)
from domain.case.stage import Stage
from domain.case.vocabulary import CaseCommand, CaseEvent
from domain.refusal import NotAsThingsStand, NotAtThisStage, NotPermitted
from tests.unit.case import situations as s
from tests.unit.case.given import given

ASKED = WithdrawalRequested()


def test_an_unpaid_case_is_withdrawn_without_money() -> None:
    case = (
        given(s.UNPAID)
        .when(WithdrawCase(), by=s.CITIZEN, on=s.SUBMITTED_ON)
        .then(CaseWithdrawn())
        .case
    )
    assert case.stage is Stage.WITHDRAWN


def test_before_acceptance_a_withdrawal_gives_everything_back() -> None:
    given(s.SUBMITTED).when(WithdrawCase(), by=s.CITIZEN, on=s.SUBMITTED_ON).then(
        CaseWithdrawn(refund_fen=s.FEE + s.POSTAGE)
    )


@pytest.mark.parametrize("history", [s.ACCEPTED, s.CHECKED])
def test_after_acceptance_a_withdrawal_is_a_request(
    history: tuple[CaseEvent, ...],
) -> None:
    case = given(history).when(WithdrawCase(), by=s.CITIZEN, on=s.REVIEWED_ON).then(ASKED).case
    assert case.withdrawal_requested


def test_one_request_is_enough() -> None:
    given(s.ACCEPTED, ASKED).when(WithdrawCase(), by=s.CITIZEN, on=s.REVIEWED_ON).then_nothing()


def test_nothing_is_withdrawn_after_the_decision() -> None:
    given(s.APPROVED).when(WithdrawCase(), by=s.CITIZEN, on=s.PRODUCED_ON).then_refused(
        NotAtThisStage, stage="approved"
    )


def test_a_duty_leader_grants_it_with_the_money_back() -> None:
    case = (
        given(s.IN_REVIEW, ASKED)
        .when(GrantWithdrawal(), by=s.LEADER, on=s.REVIEWED_ON)
        .then(WithdrawalGranted(refund_fen=s.FEE + s.POSTAGE))
        .case
    )
    assert case.stage is Stage.WITHDRAWN
    assert case.clock is None
    assert not case.withdrawal_requested


def test_a_clerk_does_not_grant_it() -> None:
    given(s.IN_REVIEW, ASKED).when(GrantWithdrawal(), by=s.REVIEWER, on=s.REVIEWED_ON).then_refused(
        NotPermitted, role="clerk"
    )


@pytest.mark.parametrize("answer", [GrantWithdrawal(), DenyWithdrawal()])
def test_what_nobody_asked_for_is_not_answered(answer: CaseCommand) -> None:
    given(s.ACCEPTED).when(answer, by=s.LEADER, on=s.REVIEWED_ON).then_refused(
        NotAsThingsStand, command=type(answer).__name__
    )


def test_a_denied_withdrawal_lets_the_case_go_on() -> None:
    case = (
        given(s.IN_REVIEW, ASKED)
        .when(DenyWithdrawal(note="pii1.n"), by=s.LEADER, on=s.REVIEWED_ON)
        .then(
            WithdrawalDenied(reconsider_by=date(2020, 5, 3), sue_by=date(2020, 9, 4), note="pii1.n")
        )
        .case
    )
    assert case == given(s.IN_REVIEW).case


def test_a_request_does_not_outlive_the_end_of_the_case() -> None:
    refused = given(s.IN_REVIEW, ASKED, s.REFUSED[-1]).case
    assert not refused.withdrawal_requested


def test_a_corrected_case_that_was_accepted_is_withdrawn_by_request_only() -> None:
    stopped = ClockStopped(reason=StopReason.CORRECTION, days_left=10)
    requested = CorrectionRequested(defects=(), reply_by=s.DECIDE_BY)
    given(s.ACCEPTED, requested, stopped).when(WithdrawCase(), by=s.CITIZEN, on=s.REVIEWED_ON).then(
        ASKED
    )
