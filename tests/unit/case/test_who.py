"""A case in review is in one officer's hands. Nobody else goes on with it, whatever his role."""

from datetime import date

import pytest

from domain.case.case import CASE
from domain.case.grounds import GreenKind
from domain.case.intake.commands import MoveToOnSite
from domain.case.intake.reasons import OnSiteReason
from domain.case.overlays.events import GreenChannelGranted
from domain.case.remedies.commands import RecordReconsiderationDecision
from domain.case.remedies.events import ReconsiderationFiled
from domain.case.remedies.reasons import ReconsiderationOutcome
from domain.case.review.commands import (
    ApproveCase,
    HandBackCase,
    LendCase,
    OverrideCheck,
    ReassignCase,
    RecordCheck,
    RefuseCase,
    StartReview,
)
from domain.case.review.events import CaseHandedBack, CaseLent, CheckResultRecorded, ReviewStarted
from domain.case.review.reasons import CheckSource, ReassignmentReason
from domain.case.review.refusals import DutyLeaderRequired, NotTheReviewer
from domain.case.state import Case
from domain.case.vocabulary import CaseEvent
from domain.conflict import OtherOfficerRequired
from domain.message import Command
from domain.people import Actor, Role, system
from tests.unit.case import situations as s
from tests.unit.case.given import A_DAY, circumstances, given, morning

ON = s.APPROVED_ON
LENT = CaseLent(to="third", until=ON)
BACK = CaseHandedBack(officer="reviewer")
GREEN = GreenChannelGranted(kind=GreenKind.AMBULANCE)
FAILED = CheckResultRecorded(check="C-OWN", passed=False, source=CheckSource.DOCUMENTS)
OF_THE_REVIEWER: tuple[Command, ...] = (
    RecordCheck(check="C-OWN", passed=True),
    ApproveCase(),
    RefuseCase(codes=("R-NOT-OWNER",)),
    MoveToOnSite(reason=OnSiteReason.PHOTO),
)


def possible(by: Actor, *history: CaseEvent, on: date = ON) -> set[type[Command]]:
    """What he may do next, by his role and by what the case is to him."""
    case: Case = given(history).case
    found = CASE.possible_to(case, circumstances(morning(on), by))
    return {kind for kind in found if by.role in CASE.row(kind).by}


@pytest.mark.parametrize("command", OF_THE_REVIEWER)
@pytest.mark.parametrize("by", [s.THIRD, s.LEADER])
def test_only_the_reviewer_goes_on_and_a_leader_takes_the_case_over_first(
    command: Command, by: Actor
) -> None:
    given(s.CHECKED).when(command, by=by, on=ON).then_refused(NotTheReviewer, reviewer="reviewer")
    over = given(s.CHECKED).when(
        ReassignCase(reason=ReassignmentReason.DELAY, to=by.person), by=s.LEADER, on=ON
    )
    for who, is_refused in ((by, False), (s.REVIEWER, True)):
        refusal = given(s.CHECKED, over.decided).when(command, by=who, on=ON).refusal
        assert isinstance(refusal, NotTheReviewer) == is_refused
        assert is_refused or refusal is None


@pytest.mark.parametrize("command", OF_THE_REVIEWER)
def test_while_it_is_lent_both_go_on_and_afterwards_the_reviewer_alone(command: Command) -> None:
    lent = given(s.CHECKED, LENT)
    for by in (s.REVIEWER, s.THIRD):
        assert lent.when(command, by=by, on=ON).refusal is None
    assert lent.when(command, by=s.REVIEWER, on=ON + A_DAY).refusal is None
    lent.when(command, by=s.THIRD, on=ON + A_DAY).then_refused(NotTheReviewer)


@pytest.mark.parametrize("command", OF_THE_REVIEWER)
def test_what_nobody_has_is_first_taken(command: Command) -> None:
    given(s.CHECKED, BACK).when(command, by=s.REVIEWER, on=ON).then_refused(
        NotTheReviewer, reviewer=None
    )
    anew = ReviewStarted(reviewer="reviewer")
    assert given(s.CHECKED, BACK, anew).when(command, by=s.REVIEWER, on=ON).refusal is None


@pytest.mark.parametrize("command", [*OF_THE_REVIEWER, OverrideCheck(check="C-OWN", note="p")])
def test_whoever_accepted_a_case_does_nothing_in_its_review(command: Command) -> None:
    clerk = Actor(Role.SUPERVISOR, "clerk", s.ZHENGZHOU)
    given(s.CHECKED, FAILED).when(command, by=clerk, on=ON).then_refused(OtherOfficerRequired)


def test_a_program_puts_on_record_what_the_register_says_whoever_reviews() -> None:
    check = RecordCheck(check="C-OWN", passed=True)
    assert given(s.IN_REVIEW).when(check, by=system("checker"), on=ON).refusal is None


def test_before_the_review_any_officer_calls_the_applicant_to_the_window() -> None:
    moved = MoveToOnSite(reason=OnSiteReason.PHOTO)
    for history in (s.SUBMITTED, s.ACCEPTED):
        assert given(history).when(moved, by=s.THIRD, on=ON).refusal is None


def test_each_is_told_what_he_may_do_himself() -> None:
    his = {type(command) for command in OF_THE_REVIEWER}
    assert his | {HandBackCase} <= possible(s.REVIEWER, *s.CHECKED)
    assert not (his | {HandBackCase, StartReview}) & possible(s.THIRD, *s.CHECKED)
    assert his <= possible(s.THIRD, *s.CHECKED, LENT)
    assert not his & possible(s.THIRD, *s.CHECKED, LENT, on=ON + A_DAY)
    assert {ReassignCase, LendCase} <= possible(s.LEADER, *s.CHECKED)
    assert not his & possible(s.LEADER, *s.CHECKED)
    assert StartReview in possible(s.THIRD, *s.CHECKED, BACK)
    assert StartReview not in possible(s.CLERK, *s.ACCEPTED)


def test_a_green_case_is_reviewed_by_one_and_approved_by_a_duty_leader() -> None:
    assert ApproveCase in possible(s.LEADER, *s.CHECKED, GREEN)
    assert ApproveCase not in possible(s.REVIEWER, *s.CHECKED, GREEN)
    assert {RecordCheck, RefuseCase} <= possible(s.REVIEWER, *s.CHECKED, GREEN)
    assert not {RecordCheck, RefuseCase} & possible(s.LEADER, *s.CHECKED, GREEN)
    given(s.CHECKED, GREEN).when(ApproveCase(), by=s.REVIEWER, on=ON).then_refused(
        DutyLeaderRequired
    )


def test_nobody_records_what_became_of_an_application_against_his_own_decision() -> None:
    """What the organ decided is recorded by another duty leader, or by the headquarters."""
    record = RecordReconsiderationDecision(outcome=ReconsiderationOutcome.UPHELD)
    filed = given(s.REFUSED, ReconsiderationFiled(in_time=True))
    decider = Actor(Role.SUPERVISOR, "third", s.ZHENGZHOU)
    filed.when(record, by=decider, on=ON).then_refused(OtherOfficerRequired)
    for by in (s.LEADER, s.HQ):
        assert filed.when(record, by=by, on=ON).refusal is None
