"""What the checker carries through by itself, and what it leaves to officers all the same."""

import pytest
from msgspec.structs import replace

from domain.case.case import CASE
from domain.case.intake.commands import AcceptCase
from domain.case.remedies.events import CaseReopened
from domain.case.remedies.reasons import ReopeningCause
from domain.case.review.commands import ApproveCase, StartReview
from domain.case.review.events import CaseHandedBack, CaseReassigned, ReviewStarted
from domain.case.review.reasons import ReassignmentReason
from domain.case.stage import Stage
from domain.case.state import Case
from domain.case.vocabulary import CaseCommand, CaseEvent
from domain.services.catalogue import CATALOGUE
from tests.unit.case import situations as s
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
