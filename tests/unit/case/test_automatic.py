"""What the checker carries through by itself, and what it leaves to officers all the same."""

import pytest
from msgspec.structs import replace

from domain.case.case import CASE
from domain.case.grounds import Hold
from domain.case.intake.commands import AcceptCase
from domain.case.overlays.events import (
    HoldReleased,
    HoldSet,
    WithdrawalDenied,
    WithdrawalRequested,
)
from domain.case.remedies.events import CaseReopened
from domain.case.remedies.reasons import ReopeningCause
from domain.case.review.commands import ApproveCase, StartReview
from domain.case.review.events import CaseHandedBack, CaseReassigned, ReviewStarted
from domain.case.review.reasons import ReassignmentReason
from domain.case.stage import Stage
from domain.case.state import Case
from domain.case.vocabulary import CaseCommand, CaseEvent
from domain.conflict import OtherOfficerRequired
from domain.services.catalogue import CATALOGUE
from tests.kit.life import CHECKER
from tests.unit.case import situations as s
from tests.unit.case.given import Given, given, morning
from workers.checker import NAME, following

SERVICE = CATALOGUE["vehicle_contact_change"]
PASSED = Case(
    service=SERVICE.code,
    stage=Stage.SUBMITTED,
    checks={check.code: True for check in SERVICE.checks},
)
ACCEPTED = replace(PASSED, stage=Stage.ACCEPTED, accepted_by=NAME)
IN_REVIEW = replace(ACCEPTED, stage=Stage.IN_REVIEW, reviewer=NAME)
DEEMED_ACCEPTED = replace(PASSED, stage=Stage.ACCEPTED)
BY_AN_OFFICER = ReviewStarted(reviewer="officer")
WAITING = [
    *(HoldSet(kind=kind, held_at=morning(s.REVIEWED_ON)) for kind in Hold),
    WithdrawalRequested(),
]


@pytest.mark.parametrize(
    ("current", "command"),
    [
        (PASSED, AcceptCase()),
        (ACCEPTED, StartReview()),
        (DEEMED_ACCEPTED, StartReview()),
        (IN_REVIEW, ApproveCase()),
    ],
)
def test_what_no_officer_has_touched_is_carried_through(
    current: Case, command: CaseCommand
) -> None:
    assert following(current, SERVICE) == command


@pytest.mark.parametrize("check", [check.code for check in SERVICE.checks])
@pytest.mark.parametrize("current", [PASSED, ACCEPTED, IN_REVIEW])
def test_nothing_is_carried_through_unchecked(current: Case, check: str) -> None:
    known = {code: passed for code, passed in current.checks.items() if code != check}
    assert following(replace(current, checks=known), SERVICE) is None
    assert following(replace(current, checks=known | {check: False}), SERVICE) is None


@pytest.mark.parametrize(
    "history",
    [
        [BY_AN_OFFICER],
        [BY_AN_OFFICER, CaseHandedBack(officer="officer")],
        [BY_AN_OFFICER, CaseReassigned(to=None, reason=ReassignmentReason.ABSENCE)],
    ],
)
@pytest.mark.parametrize("accepted", [ACCEPTED, DEEMED_ACCEPTED])
def test_what_an_officer_had_in_his_hands_is_left_to_officers(
    accepted: Case, history: list[CaseEvent]
) -> None:
    current = accepted
    for event in history:
        current = CASE.evolve(current, event)
    assert following(current, SERVICE) is None


def test_what_was_reopened_is_not_approved_by_what_decided_it_before() -> None:
    decided = replace(IN_REVIEW, stage=Stage.COMPLETED, decided_by=NAME)
    reopened = CASE.evolve(
        decided,
        CaseReopened(
            cause=ReopeningCause.RECONSIDERATION,
            accepted_on=s.ACCEPTED_ON,
            decide_by=s.REVIEWED_ON,
        ),
    )
    assert following(replace(reopened, checks=PASSED.checks), SERVICE) is None


@pytest.mark.parametrize("event", WAITING, ids=lambda each: getattr(each, "kind", "withdrawal"))
@pytest.mark.parametrize("current", [PASSED, ACCEPTED, IN_REVIEW], ids=lambda each: each.stage)
def test_what_rests_or_is_to_be_withdrawn_is_left_to_officers(
    current: Case, event: CaseEvent
) -> None:
    waiting = CASE.evolve(current, event)
    assert following(waiting, SERVICE) is None
    command = following(current, SERVICE)
    assert command
    Given(waiting).when(command, by=CHECKER, on=s.REVIEWED_ON).then_refused(OtherOfficerRequired)


def test_it_goes_on_when_the_last_hold_is_released_and_the_withdrawal_is_denied() -> None:
    released = HoldReleased(kind=min(Hold))
    case = IN_REVIEW
    for event in (HoldSet(kind=min(Hold)), WithdrawalRequested(), released, WithdrawalDenied()):
        case = CASE.evolve(case, event)
    assert following(case, SERVICE) == ApproveCase()


def test_an_officer_decides_what_rests() -> None:
    held = HoldSet(kind=Hold.AWAITING_CHECK, held_at=morning(s.REVIEWED_ON))
    done = given(s.CHECKED, held).when(ApproveCase(), by=s.REVIEWER, on=s.APPROVED_ON)
    assert done.case.stage is Stage.APPROVED
