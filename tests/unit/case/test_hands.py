"""A case under review goes from hand to hand, and nobody's absence stops it."""

import dataclasses
from datetime import date, timedelta

import msgspec
import pytest

from domain.case.case import CASE
from domain.case.deadlines.events import ClockStopped
from domain.case.grounds import StopReason
from domain.case.intake.events import MovedToOnSite, OnSiteVisitRecorded
from domain.case.intake.reasons import OnSiteReason
from domain.case.overlays.events import CaseTransferred
from domain.case.review.assignment import is_free, reviews
from domain.case.review.commands import (
    EndLoan,
    HandBackCase,
    LendCase,
    ReassignCase,
    StartReview,
)
from domain.case.review.events import (
    CaseHandedBack,
    CaseLent,
    CaseReassigned,
    LoanEnded,
    ReviewStarted,
)
from domain.case.review.reasons import ReassignmentReason
from domain.case.review.refusals import AlreadyReviewing, CaseTaken, NotTheReviewer, OfficerBarred
from domain.case.stage import Stage
from domain.case.state import Loan
from domain.case.vocabulary import CaseCommand, CaseEvent
from domain.conflict import OtherOfficerRequired
from domain.message import Command
from domain.offices.transfer_reason import TransferReason
from domain.people import Actor, Role
from domain.plausible import TimeImplausible
from domain.refusal import NotAsThingsStand, NotAtThisStage, NotPermitted
from tests.unit.case import situations as s
from tests.unit.case.given import A_DAY, circumstances, given, morning

BACK = CaseHandedBack(officer="reviewer")
TO_THIRD = ReassignCase(reason=ReassignmentReason.ABSENCE, to="third")
REASSIGNED = CaseReassigned(reason=ReassignmentReason.ABSENCE, to="third")
UNTIL = date(2020, 3, 6)
LEND = LendCase(to="third", until=UNTIL)
LENT = CaseLent(to="third", until=UNTIL)
AT_THE_WINDOW = (
    *s.IN_REVIEW,
    MovedToOnSite(reason=OnSiteReason.PHOTO),
    ClockStopped(reason=StopReason.ON_SITE, days_left=14),
)
"""The applicant must come, and the reviewer who called him goes on afterwards."""


@pytest.mark.parametrize("history", [s.CHECKED, AT_THE_WINDOW])
def test_a_reviewer_hands_his_case_back_and_another_one_starts(
    history: tuple[CaseEvent, ...],
) -> None:
    before = given(history).case
    case = given(history).when(HandBackCase(), by=s.REVIEWER, on=s.APPROVED_ON).then(BACK).case
    assert (case.stage, case.clock, case.checks) == (before.stage, before.clock, before.checks)
    assert is_free(case)
    assert case.handed_back_by == "reviewer"


def test_what_was_handed_back_is_reviewed_by_whoever_starts_anew() -> None:
    case = (
        given(s.CHECKED, BACK)
        .when(StartReview(), by=s.THIRD, on=s.APPROVED_ON)
        .then(ReviewStarted(reviewer="third"))
        .case
    )
    assert case.handed_back_by is None
    assert case.checks.keys() == set(s.PLATE_CHECKS)
    given(s.CHECKED, BACK).when(StartReview(), by=s.CLERK, on=s.APPROVED_ON).then_refused(
        OtherOfficerRequired
    )


@pytest.mark.parametrize("by", [s.CLERK, s.THIRD, s.LEADER])
def test_nobody_hands_back_the_case_of_another(by: Actor) -> None:
    given(s.IN_REVIEW).when(HandBackCase(), by=by, on=s.REVIEWED_ON).then_refused(
        NotTheReviewer, reviewer="reviewer"
    )
    given(s.IN_REVIEW, LENT).when(HandBackCase(), by=s.THIRD, on=s.REVIEWED_ON).then_refused(
        NotTheReviewer
    )


def test_a_review_that_somebody_does_is_not_started_by_another() -> None:
    given(s.IN_REVIEW).when(StartReview(), by=s.THIRD, on=s.REVIEWED_ON).then_refused(
        CaseTaken, reviewer="reviewer"
    )
    given(s.IN_REVIEW).when(StartReview(), by=s.REVIEWER, on=s.REVIEWED_ON).then_refused(CaseTaken)


def test_after_a_visit_at_the_window_a_case_without_reviewer_waits_for_one() -> None:
    visited = (*s.ACCEPTED, MovedToOnSite(reason=OnSiteReason.PHOTO))
    case = given(visited, OnSiteVisitRecorded(officer="clerk")).case
    assert case.stage is Stage.IN_REVIEW
    assert is_free(case)


@pytest.mark.parametrize("history", [s.IN_REVIEW, AT_THE_WINDOW])
def test_a_duty_leader_gives_the_case_to_another_officer(history: tuple[CaseEvent, ...]) -> None:
    case = given(history).when(TO_THIRD, by=s.LEADER, on=s.REVIEWED_ON).then(REASSIGNED).case
    assert case.reviewer == "third"


def test_a_duty_leader_takes_a_case_over_by_giving_it_to_himself() -> None:
    over = ReassignCase(reason=ReassignmentReason.DELAY, to="leader", note="pii1.n")
    case = given(s.IN_REVIEW).when(over, by=s.LEADER, on=s.REVIEWED_ON).case
    assert case.reviewer == "leader"


def test_a_duty_leader_puts_a_case_back_into_the_queue() -> None:
    back = ReassignCase(reason=ReassignmentReason.LOAD)
    case = (
        given(s.IN_REVIEW, LENT)
        .when(back, by=s.LEADER, on=s.REVIEWED_ON)
        .then(CaseReassigned(reason=ReassignmentReason.LOAD, to=None))
        .case
    )
    assert is_free(case)
    assert case.lent is None


@pytest.mark.parametrize("command", [TO_THIRD, LEND])
def test_only_a_duty_leader_gives_or_lends_and_only_what_somebody_has(command: Command) -> None:
    given(s.IN_REVIEW).when(command, by=s.REVIEWER, on=s.REVIEWED_ON).then_refused(NotPermitted)
    given(s.ACCEPTED).when(command, by=s.LEADER, on=s.REVIEWED_ON).then_refused(NotAtThisStage)
    given(s.APPROVED).when(command, by=s.LEADER, on=UNTIL).then_refused(NotAtThisStage)
    given(s.IN_REVIEW, BACK).when(command, by=s.LEADER, on=s.REVIEWED_ON).then_refused(
        NotAsThingsStand
    )


@pytest.mark.parametrize(
    "command",
    [
        ReassignCase(reason=ReassignmentReason.LOAD, to="clerk"),
        LendCase(to="clerk", until=UNTIL),
    ],
)
def test_whoever_accepted_a_case_is_not_made_its_reviewer(command: CaseCommand) -> None:
    given(s.IN_REVIEW).when(command, by=s.LEADER, on=s.REVIEWED_ON).then_refused(
        OfficerBarred, pointer="/to", officer="clerk", relation="accepted"
    )


@pytest.mark.parametrize("command", [TO_THIRD, LEND])
def test_nobody_is_made_the_reviewer_of_what_is_his_own_or_what_he_decided(
    command: CaseCommand,
) -> None:
    """The leader is told of the officer whom he names, and not of himself."""
    current = given(s.IN_REVIEW).case
    leader = circumstances(morning(s.REVIEWED_ON), s.LEADER)
    own = dataclasses.replace(leader, owner=Actor(Role.APPLICANT, "third"))
    decided = msgspec.structs.replace(current, barred_reviewers=frozenset({"third"}))
    for case, at, relation in ((current, own, "owner"), (decided, leader, "decided")):
        with pytest.raises(OfficerBarred) as refused:
            CASE.decide(case, command, at)
        assert (refused.value.officer, refused.value.relation) == ("third", relation)


@pytest.mark.parametrize(
    "command",
    [
        ReassignCase(reason=ReassignmentReason.LOAD, to="reviewer"),
        LendCase(to="reviewer", until=UNTIL),
    ],
)
def test_nobody_is_given_what_he_has(command: CaseCommand) -> None:
    given(s.IN_REVIEW).when(command, by=s.LEADER, on=s.REVIEWED_ON).then_refused(
        AlreadyReviewing, officer="reviewer"
    )


def test_a_case_is_lent_up_to_a_day_and_returns_by_itself() -> None:
    case = given(s.IN_REVIEW).when(LEND, by=s.LEADER, on=s.REVIEWED_ON).then(LENT).case
    assert case.lent == Loan("third", UNTIL)
    assert reviews(s.THIRD, case, UNTIL)
    assert not reviews(s.THIRD, case, UNTIL + A_DAY)
    assert all(reviews(s.REVIEWER, case, UNTIL + n * A_DAY) for n in (0, 1))


def test_the_same_loan_is_nothing_new_and_another_takes_its_place() -> None:
    given(s.IN_REVIEW, LENT).when(LEND, by=s.LEADER, on=s.REVIEWED_ON).then_nothing()
    longer = LendCase(to="fourth", until=UNTIL + A_DAY)
    case = given(s.IN_REVIEW, LENT).when(longer, by=s.LEADER, on=s.REVIEWED_ON).case
    assert case.lent == Loan("fourth", UNTIL + A_DAY)


@pytest.mark.parametrize("until", [s.REVIEWED_ON - A_DAY, s.REVIEWED_ON + timedelta(days=367)])
def test_a_loan_ends_today_at_the_earliest_and_in_a_year_at_the_latest(until: date) -> None:
    given(s.IN_REVIEW).when(
        LendCase(to="third", until=until), by=s.LEADER, on=s.REVIEWED_ON
    ).then_refused(TimeImplausible, pointer="/until")


@pytest.mark.parametrize("by", [s.LEADER, s.REVIEWER, s.THIRD])
def test_a_loan_is_ended_early_by_the_leader_and_by_both_whom_it_concerns(by: Actor) -> None:
    case = given(s.IN_REVIEW, LENT).when(EndLoan(), by=by, on=s.REVIEWED_ON).then(LoanEnded()).case
    assert case.lent is None


def test_nobody_else_ends_a_loan_and_one_that_is_over_cannot_be_ended() -> None:
    fourth = Actor(Role.CLERK, "fourth", s.ZHENGZHOU)
    ended = EndLoan()
    given(s.IN_REVIEW, LENT).when(ended, by=fourth, on=s.REVIEWED_ON).then_refused(NotTheReviewer)
    given(s.IN_REVIEW, LENT).when(ended, by=s.LEADER, on=UNTIL + A_DAY).then_refused(
        NotAsThingsStand, command="EndLoan"
    )
    given(s.IN_REVIEW).when(ended, by=s.LEADER, on=s.REVIEWED_ON).then_refused(NotAsThingsStand)


def test_the_end_of_a_loan_is_offered_while_it_runs() -> None:
    lent = given(s.IN_REVIEW, LENT).case
    for day, is_offered in ((UNTIL, True), (UNTIL + A_DAY, False)):
        at = circumstances(morning(day), s.LEADER)
        assert (EndLoan in CASE.possible_to(lent, at)) is is_offered


def test_a_loan_ends_with_the_review() -> None:
    assert given(s.IN_REVIEW, LENT, s.APPROVED[len(s.IN_REVIEW) :]).case.lent is None


def test_who_reviewed_stays_behind_when_the_case_goes_to_another_office() -> None:
    moved = CaseTransferred(from_office=s.ZHENGZHOU, to_office=s.COUNTY, reason=TransferReason.LOAD)
    assert is_free(given(s.IN_REVIEW, LENT, moved).case)
    assert given(s.IN_REVIEW, LENT, moved).case.lent is None
    assert given(s.APPROVED, moved).case.reviewer == "reviewer"


def test_what_a_program_began_and_did_not_end_waits_for_an_officer() -> None:
    """It accepts and reviews, which no officer does."""
    begun = (*s.CONTACT_SUBMITTED, *s.CONTACT_IN_REVIEW[1:2], ReviewStarted(reviewer="clerk"))
    assert is_free(given(begun).case)
