"""A learner sits one examination in a session, and books another only when that is over."""

import dataclasses
from uuid import UUID

from domain.aggregate import Decided, Link
from domain.case.case import CASE
from domain.case.examination import commands, events
from domain.case.examination.reasons import NotPlacedReason
from domain.case.stage import Stage
from domain.case.state import Case
from domain.case.vocabulary import CaseEvent
from domain.claims.claim import CLAIM
from domain.claims.commands import ReleaseClaim, TakeClaim
from domain.claims.events import ClaimReleased, ClaimTaken
from domain.claims.kind import ClaimKind
from domain.claims.state import exam_session
from domain.exam_plans.exam_plan import EXAM_PLAN
from domain.message import Command, Event
from domain.people import Actor
from tests.unit.case.exam_situations import (
    ASKED_ON,
    CHECKER,
    CLERK,
    DAY,
    IN_RANKING,
    LEARNER,
    OWN,
    PERMIT,
    PLACED,
    PLAN,
    PUBLISHED,
    READY,
    SLOT,
)
from tests.unit.case.given import STREAM, circumstances, morning

SESSION = exam_session(PERMIT, DAY, SLOT.session)
OTHER = UUID(int=99)
HIS = ClaimTaken(kind=ClaimKind.EXAM_SESSION, case=OTHER, taken_on=ASKED_ON)
OVER = ClaimReleased(kind=ClaimKind.EXAM_SESSION, case=OTHER)
TAKEN = Link(CLAIM, SESSION, TakeClaim(kind=ClaimKind.EXAM_SESSION, case=STREAM))
LET_GO = Link(CLAIM, SESSION, ReleaseClaim(kind=ClaimKind.EXAM_SESSION, case=STREAM))


def decided(
    *history: CaseEvent, command: Command, by: Actor, held: tuple[Event, ...] = ()
) -> Decided[Case]:
    on = DAY if by is CLERK else ASKED_ON
    at = circumstances(morning(on), by)
    seen = {**at.seen, PLAN: EXAM_PLAN.fold([PUBLISHED]), SESSION: CLAIM.fold(held)}
    at = dataclasses.replace(at, stream=STREAM, seen=seen)
    return CASE.decide(CASE.fold(history), command, at)


def test_whoever_has_booked_another_examination_of_the_session_gets_no_place() -> None:
    told = decided(*READY, command=commands.JoinRanking(), by=CHECKER, held=(HIS,))
    (event,) = told.events
    assert isinstance(event, events.ExamBookingNotPlaced)
    assert event.reason is NotPlacedReason.SAME_SESSION
    assert told.after.stage is Stage.LAPSED
    assert not {TAKEN, LET_GO} & set(told.links)


def test_a_booking_that_is_ranked_holds_the_session_once_the_other_is_over() -> None:
    for held in ((), (HIS, OVER)):
        told = decided(*READY, command=commands.JoinRanking(), by=CHECKER, held=held)
        assert told.after.booking
        assert TAKEN in told.links


def test_a_booking_that_ends_lets_the_session_go_however_it_ends() -> None:
    given_up = decided(*IN_RANKING, command=OWN, by=LEARNER)
    sat = decided(*PLACED, command=commands.RecordExamResult(passed=True), by=CLERK)
    absent = decided(*PLACED, command=commands.RecordAbsence(), by=CLERK)
    for told in (given_up, sat, absent):
        assert LET_GO in told.links


def test_another_session_of_the_day_is_free() -> None:
    assert exam_session(PERMIT, DAY, "afternoon") != SESSION
    assert exam_session(OTHER, DAY, SLOT.session) != SESSION
