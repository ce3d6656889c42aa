"""A booking ends with a result or without one, and the epidemic takes nothing from anybody."""

from datetime import date

import pytest
from msgspec.structs import replace

from domain.case.by_rank import ExamBookingStands
from domain.case.case import CASE
from domain.case.examination import commands, events, refusals
from domain.case.intake.commands import AcceptCase
from domain.case.overlays.commands import WithdrawCase
from domain.case.remedies.commands import RevokeDecision
from domain.case.remedies.events import DecisionRevoked
from domain.case.review.commands import StartReview
from domain.case.review.events import RegisterChangesOrdered
from domain.case.stage import Stage
from domain.clocks.clock import Clock
from domain.exam_plans.reason import ExamCancelReason
from domain.exam_plans.refusals import CancelReasonOfOthers
from domain.message import Command, Event
from domain.people import Actor, Role, system
from domain.refusal import NotAsThingsStand, NotAtThisStage
from domain.register.changes import ExamTaken, OutcomeUndone
from domain.register.learner_permit import ExamSubject
from domain.register.licence_changes import ExamPlaceGivenUp
from domain.services.catalogue import EVERY_SERVICE
from tests.kit.reliefs import suspended
from tests.unit.case.exam_situations import (
    ASKED_ON,
    CLERK,
    DAY,
    EPIDEMIC,
    IN_RANKING,
    LEARNER,
    OWN,
    PERMIT,
    PLACED,
    READY,
    RESULTS,
    SERVICE,
    UNDER,
    decided,
)
from tests.unit.case.given import morning


def test_before_it_is_known_who_has_a_place_a_booking_is_cancelled_without_any_trace() -> None:
    (event,) = decided(IN_RANKING, OWN, LEARNER, date(2020, 3, 10))
    assert isinstance(event, events.ExamBookingCancelled)
    assert not event.had_place
    assert CASE.fold([*IN_RANKING, event]).stage is Stage.WITHDRAWN


def test_whoever_gives_up_a_place_waits_anew_from_that_instant() -> None:
    now = morning(date(2020, 3, 19))
    event, ordered = decided(PLACED, OWN, LEARNER, now)
    assert isinstance(event, events.ExamBookingCancelled)
    assert event.had_place
    assert ordered == RegisterChangesOrdered(
        changes=(ExamPlaceGivenUp(given_up_at=now),), permit=PERMIT
    )


def test_a_place_is_given_up_by_the_day_before() -> None:
    with pytest.raises(refusals.CancelledTooLate) as refused:
        decided(PLACED, OWN, LEARNER, DAY)
    assert refused.value.latest == date(2020, 3, 19)


@pytest.mark.requirement("R28")
@pytest.mark.requirement("R29")
@pytest.mark.requirement("R30")
@pytest.mark.parametrize("on", [date(2020, 3, 18), DAY])
def test_for_the_epidemic_a_place_is_cancelled_up_to_the_day_and_the_permit_hears_nothing(
    on: date,
) -> None:
    """Nothing is ordered in the register, so attempts and rank are those before the booking."""
    (event,) = decided(PLACED, EPIDEMIC, LEARNER, on, under=UNDER)
    assert isinstance(event, events.ExamBookingCancelled)
    assert event.reason is ExamCancelReason.EPIDEMIC
    assert CASE.fold([*PLACED, event]).ordered == ()


def test_nobody_cancels_for_the_epidemic_once_nothing_of_the_kind_is_in_force() -> None:
    over = replace(UNDER[0], last=date(2020, 3, 10))
    for under in ((), (suspended(Clock.LEARNER_PERMIT),), (over,)):
        with pytest.raises(refusals.NoReliefForExams):
            decided(PLACED, EPIDEMIC, LEARNER, date(2020, 3, 18), under=under)


def test_a_learner_does_not_cancel_for_the_site() -> None:
    with pytest.raises(CancelReasonOfOthers):
        decided(PLACED, replace(OWN, reason=ExamCancelReason.SITE), LEARNER, RESULTS)


@pytest.mark.requirement("R29")
@pytest.mark.requirement("R30")
@pytest.mark.parametrize("history", [IN_RANKING, PLACED])
def test_an_examination_that_is_not_held_takes_no_attempt_and_no_rank(
    history: tuple[Event, ...],
) -> None:
    follow = commands.FollowExamCancellation(reason=ExamCancelReason.EPIDEMIC)
    (event,) = decided(history, follow, system("reactor"), RESULTS)
    assert isinstance(event, events.ExamBookingCancelled)
    assert event.by_site
    with pytest.raises(NotAtThisStage):
        decided([*history, event], follow, system("reactor"), RESULTS)


@pytest.mark.parametrize("passed", [True, False])
def test_a_result_closes_the_booking_and_goes_to_the_permit(passed: bool) -> None:
    result = commands.RecordExamResult(passed=passed)
    history = decided(PLACED, result, CLERK, DAY)
    taken = ExamTaken(subject=ExamSubject.TWO, sat_on=DAY, passed=passed)
    assert history == (
        events.ExamResultRecorded(officer="examiner", sat_on=DAY, passed=passed),
        RegisterChangesOrdered(changes=(taken,), permit=PERMIT),
    )
    assert CASE.fold([*PLACED, *history]).stage is Stage.COMPLETED


def test_whoever_stays_away_has_sat_and_not_passed() -> None:
    absent, ordered = decided(PLACED, commands.RecordAbsence(), CLERK, DAY)
    assert isinstance(absent, events.ExamineeAbsent)
    assert isinstance(ordered, RegisterChangesOrdered)
    assert ordered.changes == (ExamTaken(subject=ExamSubject.TWO, sat_on=DAY, passed=False),)
    state = CASE.fold([*PLACED, absent, ordered])
    assert (state.stage, state.ordered) == (Stage.LAPSED, ordered.changes)


@pytest.mark.parametrize(
    "command", [commands.RecordExamResult(passed=True), commands.RecordAbsence()]
)
def test_nothing_is_recorded_of_an_examination_before_its_day_or_without_a_place(
    command: Command,
) -> None:
    with pytest.raises(refusals.ExamNotYetHeld):
        decided(PLACED, command, CLERK, date(2020, 3, 19))
    with pytest.raises(NotAsThingsStand):
        decided(IN_RANKING, command, CLERK, DAY)


def test_no_officer_accepts_or_reviews_what_goes_by_rank_and_nobody_withdraws_it() -> None:
    with pytest.raises(NotAsThingsStand):
        decided(READY, AcceptCase(), CLERK, ASKED_ON)
    with pytest.raises(NotAsThingsStand):
        decided(IN_RANKING, StartReview(), CLERK, ASKED_ON)
    with pytest.raises(ExamBookingStands):
        decided(IN_RANKING, WithdrawCase(), LEARNER, ASKED_ON)


def test_a_result_that_is_revoked_for_fraud_leaves_the_permit() -> None:
    """Whoever cheated has not passed, and no other subject is sat on the strength of it."""
    held = decided(PLACED, commands.RecordExamResult(passed=True), CLERK, DAY)
    code = EVERY_SERVICE[SERVICE.code].checks[0].refusal
    leader = Actor(Role.SUPERVISOR, "leader", "410300")
    revoked, undone = decided([*PLACED, *held], RevokeDecision(codes=(code,)), leader, DAY)
    assert isinstance(revoked, DecisionRevoked)
    taken = ExamTaken(subject=ExamSubject.TWO, sat_on=DAY, passed=True)
    assert undone == RegisterChangesOrdered(
        changes=(OutcomeUndone(changes=(taken,)),), permit=PERMIT
    )
    assert CASE.fold([*PLACED, *held, revoked, undone]).ordered == ()
