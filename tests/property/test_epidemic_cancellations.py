"""Whatever becomes of the bookings of a learner, only those that he sat or missed are attempts."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from domain.case.examination import commands
from domain.case.review.events import RegisterChangesOrdered
from domain.exam_plans.ranking import waited
from domain.exam_plans.reason import ExamCancelReason
from domain.learner_permits.commands import ChangeLearnerPermit, EnterLearnerPermit
from domain.learner_permits.learner_permit import LEARNER_PERMIT
from domain.message import Command, Event
from domain.people import Actor, system
from domain.register.learner_permit import LearnerPermitRecord
from tests.kit.decided import decided as permit_decides
from tests.unit.case.exam_situations import (
    CHECKED,
    CLERK,
    CONFIRMED,
    CONSULTED,
    EPIDEMIC,
    FACTS,
    LEARNER,
    OWN,
    RANKED,
    SLOT,
    SUBMITTED,
    UNDER,
    decided,
)
from tests.unit.case.given import morning

_FIRST: Final = date(2020, 3, 20)
_WEEK: Final = timedelta(days=7)
_DAY: Final = timedelta(days=1)


class End(NamedTuple):
    """How a booking with a place ends, so many days before the examination."""

    command: Command
    by: Actor
    before: timedelta = timedelta()
    attempt: bool = False


GIVEN_UP: Final = End(OWN, LEARNER, before=_DAY)
CANCELLED: Final = (
    End(EPIDEMIC, LEARNER),
    End(EPIDEMIC, LEARNER, before=_DAY),
    End(commands.FollowExamCancellation(reason=ExamCancelReason.EPIDEMIC), system("reactor")),
    End(commands.FollowExamCancellation(reason=ExamCancelReason.SITE), system("reactor")),
)
SAT: Final = (
    End(commands.RecordExamResult(passed=True), CLERK, attempt=True),
    End(commands.RecordExamResult(passed=False), CLERK, attempt=True),
    End(commands.RecordAbsence(), CLERK, attempt=True),
)
ENDS: Final = st.lists(st.sampled_from((GIVEN_UP, *CANCELLED, *SAT)), max_size=12)
PERMIT: Final = LearnerPermitRecord(
    holder=b"learner",
    office="410300",
    wanted=SLOT.exam_class,
    issued_on=date(2020, 1, 2),
    valid_until=date(2023, 1, 2),
    accepted_at=morning(date(2019, 12, 1)),
)


class Learner:
    """A learner who books one examination after another, a week apart."""

    def __init__(self) -> None:
        enter = EnterLearnerPermit(record=PERMIT)
        self._history: list[Event] = [*permit_decides(LEARNER_PERMIT, enter, [], morning(_FIRST))]
        self._booked = 0

    @property
    def record(self) -> LearnerPermitRecord:
        return LEARNER_PERMIT.fold(self._history).record

    def books(self, end: End) -> None:
        """Books, has a place, and the booking comes to this end."""
        exam_on = _FIRST + self._booked * _WEEK
        on = exam_on - end.before
        told = decided(_with_a_place(exam_on), end.command, end.by, on, under=UNDER)
        self._booked += 1
        for each in told:
            if isinstance(each, RegisterChangesOrdered):
                change = ChangeLearnerPermit(case=UUID(int=self._booked), changes=each.changes)
                self._history += permit_decides(LEARNER_PERMIT, change, self._history, morning(on))


@given(ENDS)
def test_the_sum_of_attempts_is_that_of_examinations_sat_or_missed(ends: Sequence[End]) -> None:
    learner = Learner()
    for end in ends:
        learner.books(end)
    assert len(learner.record.sittings) == sum(end.attempt for end in ends)


@pytest.mark.requirement("R28")
@pytest.mark.requirement("R29")
@pytest.mark.requirement("R30")
@given(ENDS, st.sampled_from(CANCELLED))
def test_a_cancellation_for_the_epidemic_leaves_attempts_and_rank_as_they_were(
    before: Sequence[End], cancelled: End
) -> None:
    learner = Learner()
    for end in before:
        learner.books(end)
    known = learner.record
    learner.books(cancelled)
    assert learner.record == known
    assert waited(learner.record) == waited(known)


@given(ENDS)
def test_a_learner_who_only_cancels_for_the_epidemic_ranks_as_on_his_first_day(
    ends: Sequence[End],
) -> None:
    learner, other = Learner(), Learner()
    for end in ends:
        if end in CANCELLED:
            learner.books(end)
    assert learner.record == other.record
    other.books(GIVEN_UP)
    assert waited(learner.record) < waited(other.record)


def _with_a_place(exam_on: date) -> tuple[Event, ...]:
    submitted = replace(SUBMITTED, facts=replace(FACTS, exam_on=exam_on))
    ranked = replace(RANKED, exam_on=exam_on)
    return (submitted, CONSULTED, *CHECKED, ranked, CONFIRMED)
