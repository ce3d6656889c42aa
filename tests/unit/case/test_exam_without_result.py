"""The site of an examination enters its results in time, and is told if it has not."""

from datetime import date

import pytest
from msgspec.structs import replace

from domain.case.case import CASE
from domain.case.deadlines.due import Expected
from domain.case.deadlines.timers import timer
from domain.case.examination import commands
from domain.case.grounds import WarningLevel
from domain.case.stage import Stage
from domain.case.warnings.commands import AnswerDeadlineWarning, RaiseDeadlineWarning
from domain.case.warnings.events import DeadlineWarningAnswered, DeadlineWarningRaised
from domain.case.warnings.reasons import DeadlineMeasure
from domain.case.warnings.refusals import WarningNotDue
from domain.case.warnings.standing import standing_warning
from domain.clocks.clock import Clock
from domain.message import Command
from domain.people import Actor, Role, system
from domain.register.changes import ExamTaken
from domain.register.learner_permit import ExamSubject
from tests.unit.case.exam_situations import (
    CLERK,
    CONFIRMED,
    DAY,
    IN_RANKING,
    PLACED,
    RECORD_BY,
    decided,
)

AFTER, LATER = date(2020, 3, 24), date(2020, 4, 9)
TIMEKEEPER, HEAD = system("timekeeper"), Actor(Role.SUPERVISOR, "head of the city", "410300")
RAISE = RaiseDeadlineWarning(clock=Clock.EXAM_RECORD, due_on=RECORD_BY)


def raised(level: WarningLevel) -> DeadlineWarningRaised:
    return DeadlineWarningRaised(clock=Clock.EXAM_RECORD, due_on=RECORD_BY, level=level)


@pytest.mark.parametrize(
    ("on", "level"), [(RECORD_BY, WarningLevel.DUE_TODAY), (AFTER, WarningLevel.OVERDUE)]
)
def test_a_result_that_nobody_enters_is_told_upwards(on: date, level: WarningLevel) -> None:
    assert decided(PLACED, RAISE, TIMEKEEPER, on) == (raised(level),)


@pytest.mark.parametrize("on", [date(2020, 3, 17), DAY])
def test_nobody_is_told_before_the_day_of_the_result(on: date) -> None:
    with pytest.raises(WarningNotDue):
        decided(PLACED, RAISE, TIMEKEEPER, on)


def test_a_place_does_not_end_by_itself_and_the_learner_is_not_called_absent() -> None:
    state = CASE.fold([*PLACED, raised(WarningLevel.OVERDUE)])
    assert timer(state) is None
    assert (state.stage, state.ordered) == (Stage.ACCEPTED, ())


def test_the_city_says_what_is_done_about_it() -> None:
    told = [*PLACED, raised(WarningLevel.OVERDUE)]
    answer = AnswerDeadlineWarning(measure=DeadlineMeasure.TAKEN_UP, done_by=LATER)
    answered = decided(told, answer, HEAD, AFTER)
    assert answered == (
        DeadlineWarningAnswered(
            clock=Clock.EXAM_RECORD,
            measure=DeadlineMeasure.TAKEN_UP,
            done_by=LATER,
            officer=HEAD.person,
        ),
    )
    warning = standing_warning(CASE.fold([*told, *answered]))
    assert warning
    assert warning.answered == LATER


@pytest.mark.parametrize(
    "command", [commands.RecordExamResult(passed=True), commands.RecordAbsence()]
)
def test_a_late_result_counts_from_the_day_of_the_examination(command: Command) -> None:
    told = [*PLACED, raised(WarningLevel.OVERDUE)]
    history = decided(told, command, CLERK, LATER)
    passed = isinstance(command, commands.RecordExamResult)
    assert CASE.fold([*told, *history]).ordered == (
        ExamTaken(subject=ExamSubject.TWO, sat_on=DAY, passed=passed),
    )


def test_the_place_waits_for_its_result_and_after_it_for_nothing() -> None:
    waits = Expected().after(Stage.ACCEPTED, Stage.ACCEPTED, CONFIRMED)
    assert waits.due == (Clock.EXAM_RECORD, RECORD_BY)
    result, *_ = decided(PLACED, commands.RecordExamResult(passed=True), CLERK, DAY)
    assert waits.after(Stage.ACCEPTED, Stage.COMPLETED, result).due is None


def test_a_place_that_was_given_before_there_was_such_a_day_waits_for_none() -> None:
    before = [*IN_RANKING, replace(CONFIRMED, record_by=None)]
    assert CASE.fold(before).deadline is None
