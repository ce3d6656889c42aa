"""A deadline of the office is told upwards as it comes near, each level once."""

from datetime import date

import pytest

from domain.case.deadlines.events import DeadlineExtended
from domain.case.grounds import Hold, WarningLevel
from domain.case.intake.events import CaseAccepted
from domain.case.warnings.commands import AnswerDeadlineWarning, RaiseDeadlineWarning
from domain.case.warnings.events import DeadlineWarningAnswered, DeadlineWarningRaised
from domain.case.warnings.reasons import DeadlineMeasure
from domain.case.warnings.refusals import WarningGoesHigher, WarningNotDue
from domain.case.warnings.standing import standing_warning
from domain.case.warnings.told import reported_levels
from domain.clocks.clock import Clock
from domain.offices.tree import HEADQUARTERS, detachment_of
from domain.people import Actor, Role
from domain.refusal import NotAsThingsStand, NotPermitted
from tests.unit.case import situations as s
from tests.unit.case.given import given
from tests.unit.case.test_holds_and_clock import hold

MONDAY, TUESDAY, WEDNESDAY = date(2020, 3, 23), date(2020, 3, 24), date(2020, 3, 25)
"""The case is to be decided on the Tuesday."""
RAISE = RaiseDeadlineWarning(clock=Clock.DECIDE, due_on=TUESDAY)
ANSWER = AnswerDeadlineWarning(measure=DeadlineMeasure.TAKEN_UP, done_by=WEDNESDAY)
OUTLET = Actor(Role.SUPERVISOR, "head of an outlet", s.BRANCH)
DAYS = (
    (MONDAY, WarningLevel.DUE_TOMORROW),
    (TUESDAY, WarningLevel.DUE_TODAY),
    (WEDNESDAY, WarningLevel.OVERDUE),
)


def raised(level: WarningLevel) -> DeadlineWarningRaised:
    return DeadlineWarningRaised(clock=Clock.DECIDE, due_on=TUESDAY, level=level)


@pytest.mark.parametrize(("day", "level"), DAYS)
def test_each_day_it_goes_one_step_higher(day: date, level: WarningLevel) -> None:
    given(s.IN_REVIEW).when(RAISE, by=s.TIMEKEEPER, on=day).then(raised(level))


def test_each_is_told_once_and_none_again_who_was_told_before() -> None:
    told: tuple[DeadlineWarningRaised, ...] = ()
    for day, level in DAYS:
        given(s.IN_REVIEW, *told).when(RAISE, by=s.TIMEKEEPER, on=day).then(raised(level))
        told = (*told, raised(level))
        given(s.IN_REVIEW, *told).when(RAISE, by=s.TIMEKEEPER, on=day).then()
    given(s.IN_REVIEW, *told).when(RAISE, by=s.TIMEKEEPER, on=date(2020, 4, 30)).then()


def test_what_was_missed_while_nobody_looked_is_told_at_its_height() -> None:
    given(s.IN_REVIEW).when(RAISE, by=s.TIMEKEEPER, on=date(2020, 4, 1)).then(
        raised(WarningLevel.OVERDUE)
    )


@pytest.mark.parametrize(
    ("command", "day"),
    [
        (RAISE, date(2020, 3, 20)),
        (RaiseDeadlineWarning(clock=Clock.DECIDE, due_on=WEDNESDAY), WEDNESDAY),
        (RaiseDeadlineWarning(clock=Clock.CORRECTION_REPLY, due_on=TUESDAY), TUESDAY),
    ],
)
def test_nobody_is_told_early_or_of_another_day(command: RaiseDeadlineWarning, day: date) -> None:
    refused = given(s.IN_REVIEW).when(command, by=s.TIMEKEEPER, on=day)
    refused.then_refused(WarningNotDue, clock=command.clock)


def test_over_a_weekend_it_is_told_on_the_friday() -> None:
    due = date(2020, 3, 23)
    accepted = CaseAccepted(officer="clerk", accepted_on=s.ACCEPTED_ON, decide_by=due)
    command = RaiseDeadlineWarning(clock=Clock.DECIDE, due_on=due)
    friday = given(s.SUBMITTED, accepted).when(command, by=s.TIMEKEEPER, on=date(2020, 3, 20))
    friday.then(
        DeadlineWarningRaised(clock=Clock.DECIDE, due_on=due, level=WarningLevel.DUE_TOMORROW)
    )


def test_of_a_day_that_is_always_the_next_nobody_is_told_before_it() -> None:
    due = date(2020, 3, 3)
    command = RaiseDeadlineWarning(clock=Clock.ACCEPT_1, due_on=due)
    before = given(s.CONTACT_SUBMITTED).when(command, by=s.TIMEKEEPER, on=s.SUBMITTED_ON)
    before.then_refused(WarningNotDue, clock=Clock.ACCEPT_1)
    given(s.CONTACT_SUBMITTED).when(command, by=s.TIMEKEEPER, on=due).then(
        DeadlineWarningRaised(clock=Clock.ACCEPT_1, due_on=due, level=WarningLevel.DUE_TODAY)
    )


def test_what_rests_is_not_near() -> None:
    held = given(s.IN_REVIEW, hold(Hold.RELIEF)).when(RAISE, by=s.TIMEKEEPER, on=TUESDAY)
    held.then_refused(WarningNotDue, clock=Clock.DECIDE)


def test_a_warning_of_a_day_that_has_moved_stands_no_more() -> None:
    later = date(2020, 4, 7)
    moved = DeadlineExtended(clock=Clock.DECIDE, old=TUESDAY, new=later, relief="holiday_notice")
    case = given(s.IN_REVIEW, raised(WarningLevel.OVERDUE), moved).case
    assert standing_warning(case) is None
    again = RaiseDeadlineWarning(clock=Clock.DECIDE, due_on=later)
    given(s.IN_REVIEW, raised(WarningLevel.OVERDUE), moved).when(
        again, by=s.TIMEKEEPER, on=later
    ).then(DeadlineWarningRaised(clock=Clock.DECIDE, due_on=later, level=WarningLevel.DUE_TODAY))


def test_nobody_but_the_service_raises_one() -> None:
    given(s.IN_REVIEW).when(RAISE, by=s.LEADER, on=TUESDAY).then_refused(NotPermitted)


@pytest.mark.parametrize(
    ("level", "by", "may"),
    [
        (WarningLevel.DUE_TOMORROW, s.CLERK, True),
        (WarningLevel.DUE_TODAY, s.CLERK, False),
        (WarningLevel.DUE_TODAY, OUTLET, True),
        (WarningLevel.OVERDUE, OUTLET, False),
        (WarningLevel.OVERDUE, s.LEADER, True),
        (WarningLevel.OVERDUE, Actor(Role.SUPERVISOR, "d", detachment_of(s.ZHENGZHOU)), True),
        (WarningLevel.OVERDUE, Actor(Role.SUPERVISOR, "h", HEADQUARTERS), True),
    ],
)
def test_whoever_was_told_says_what_he_does(level: WarningLevel, by: Actor, may: bool) -> None:
    result = given(s.IN_REVIEW, raised(level)).when(ANSWER, by=by, on=TUESDAY)
    if not may:
        result.then_refused(WarningGoesHigher, level=level)
        return
    result.then(
        DeadlineWarningAnswered(
            clock=Clock.DECIDE,
            measure=DeadlineMeasure.TAKEN_UP,
            done_by=WEDNESDAY,
            officer=by.person,
        )
    )
    warning = standing_warning(result.case)
    assert warning is not None
    assert warning.answered == WEDNESDAY


def test_an_answer_is_given_once_and_only_to_a_warning() -> None:
    given(s.IN_REVIEW).when(ANSWER, by=s.LEADER, on=TUESDAY).then_refused(NotAsThingsStand)
    told = raised(WarningLevel.DUE_TODAY)
    answered = given(s.IN_REVIEW, told).when(ANSWER, by=s.LEADER, on=TUESDAY).decided
    again = given(s.IN_REVIEW, told, *answered).when(ANSWER, by=s.LEADER, on=TUESDAY)
    again.then_refused(NotAsThingsStand)


def test_after_an_answer_the_next_level_is_told_all_the_same() -> None:
    told = raised(WarningLevel.DUE_TODAY)
    answered = given(s.IN_REVIEW, told).when(ANSWER, by=s.LEADER, on=TUESDAY).decided
    overdue = given(s.IN_REVIEW, told, *answered).when(RAISE, by=s.TIMEKEEPER, on=WEDNESDAY)
    overdue.then(raised(WarningLevel.OVERDUE))


@pytest.mark.parametrize(
    ("to", "levels"),
    [
        (s.CLERK, {WarningLevel.DUE_TOMORROW}),
        (OUTLET, {WarningLevel.DUE_TODAY}),
        (s.LEADER, {WarningLevel.DUE_TODAY, WarningLevel.OVERDUE}),
        (
            Actor(Role.SUPERVISOR, "d", detachment_of(s.ZHENGZHOU)),
            {WarningLevel.DUE_TODAY, WarningLevel.OVERDUE},
        ),
        (Actor(Role.APPLICANT, "a"), set()),
        (Actor(Role.AUDITOR, "a"), set()),
    ],
)
def test_each_level_is_reported_to_whoever_answers_it(to: Actor, levels: set[WarningLevel]) -> None:
    assert reported_levels(to) == levels
