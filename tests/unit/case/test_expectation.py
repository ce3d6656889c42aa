"""An applicant is told when the day has passed that he was told, and why."""

from datetime import date

import pytest

from domain.case.expectation.commands import TellLaterDate
from domain.case.expectation.events import ExpectedDateSlipped
from domain.case.expectation.reasons import DelayReason
from domain.case.grounds import Hold
from domain.case.vocabulary import CaseEvent
from domain.refusal import NotAtThisStage, NotPermitted
from tests.unit.case import situations as s
from tests.unit.case.given import given
from tests.unit.case.test_correction import REQUESTED
from tests.unit.case.test_holds_and_clock import hold

TOLD, PASSED, LIKELY = date(2020, 3, 10), date(2020, 3, 11), date(2020, 3, 20)
LATER = TellLaterDate(told_by=TOLD, likely_by=LIKELY, cases=38)


def slipped(
    reason: DelayReason, told_by: date = TOLD, likely_by: date | None = LIKELY
) -> ExpectedDateSlipped:
    return ExpectedDateSlipped(told_by=told_by, likely_by=likely_by, cases=38, reason=reason)


WORK = slipped(DelayReason.WORKLOAD)


@pytest.mark.parametrize(
    ("history", "reason"),
    [
        (s.IN_REVIEW, DelayReason.WORKLOAD),
        (s.IN_POST, DelayReason.POST),
        (s.READY_FOR_PICKUP, DelayReason.APPLICANT),
        ((*s.IN_REVIEW, hold(Hold.OFFICE_SUSPENDED)), DelayReason.SUSPENDED),
    ],
)
def test_the_reason_is_what_keeps_it_on_that_day(
    history: tuple[CaseEvent, ...], reason: DelayReason
) -> None:
    given(history).when(LATER, by=s.TIMEKEEPER, on=PASSED).then(slipped(reason))


def test_whoever_had_to_correct_is_reminded_of_it() -> None:
    waiting = given(s.SUBMITTED, REQUESTED).when(LATER, by=s.TIMEKEEPER, on=PASSED)
    waiting.then(slipped(DelayReason.APPLICANT))


def test_on_the_day_itself_nobody_is_told_yet() -> None:
    given(s.IN_REVIEW).when(LATER, by=s.TIMEKEEPER, on=TOLD).then()


def test_he_is_told_once_until_the_new_day_has_passed_as_well() -> None:
    given(s.IN_REVIEW, WORK).when(LATER, by=s.TIMEKEEPER, on=LIKELY).then()
    again = TellLaterDate(told_by=LIKELY, likely_by=date(2020, 4, 3), cases=38)
    given(s.IN_REVIEW, WORK).when(again, by=s.TIMEKEEPER, on=date(2020, 3, 21)).then(
        slipped(DelayReason.WORKLOAD, told_by=LIKELY, likely_by=date(2020, 4, 3))
    )


def test_of_no_known_day_he_is_told_once() -> None:
    none = slipped(DelayReason.WORKLOAD, likely_by=None)
    unknown = TellLaterDate(told_by=TOLD, cases=38)
    given(s.IN_REVIEW).when(unknown, by=s.TIMEKEEPER, on=PASSED).then(none)
    given(s.IN_REVIEW, none).when(LATER, by=s.TIMEKEEPER, on=date(2020, 5, 6)).then()


def test_no_day_that_has_passed_is_told_as_a_new_one() -> None:
    told = given(s.IN_REVIEW).when(LATER, by=s.TIMEKEEPER, on=date(2020, 3, 23))
    told.then(slipped(DelayReason.WORKLOAD, likely_by=None))


def test_of_what_is_done_nobody_is_told_a_day() -> None:
    for history in (s.DELIVERED, s.REFUSED):
        given(history).when(LATER, by=s.TIMEKEEPER, on=PASSED).then_refused(NotAtThisStage)
    given(s.IN_REVIEW).when(LATER, by=s.LEADER, on=PASSED).then_refused(NotPermitted)
