"""A booking of an examination as a row, and the figures of a month."""

from collections.abc import Sequence
from datetime import date

import pytest
from msgspec.structs import replace

from domain.case.examination import events
from domain.case.examination.reasons import NotPlacedReason
from domain.exam_plans.reason import ExamCancelReason
from domain.message import Event
from projections.engine.log_reader import Read
from projections.examinations.figures import CountedBookings, rates
from projections.examinations.row import (
    BookingRow,
    BookingStanding,
    ExamFigure,
    contribution,
    fold,
)
from tests.unit.case import situations as s
from tests.unit.case.exam_situations import (
    ASKED_ON,
    CONFIRMED,
    DAY,
    IN_RANKING,
    PLACED,
    PLAN,
    REFERENCE,
    SINCE,
    SLOT,
    SUBMITTED,
)
from tests.unit.projections.recording import record

MARCH = date(2020, 3, 1)
ENDS = {
    BookingStanding.NOT_PLACED: events.ExamBookingNotPlaced(reason=NotPlacedReason.FULL),
    BookingStanding.PASSED: events.ExamResultRecorded(officer="o", sat_on=DAY, passed=True),
    BookingStanding.FAILED: events.ExamResultRecorded(officer="o", sat_on=DAY, passed=False),
    BookingStanding.ABSENT: events.ExamineeAbsent(officer="o", exam_on=DAY),
    **{
        standing: events.ExamBookingCancelled(reason=reason, cancelled_at=SINCE, had_place=True)
        for standing, reason in (
            (BookingStanding.CANCELLED_OWN, ExamCancelReason.OWN),
            (BookingStanding.CANCELLED_EPIDEMIC, ExamCancelReason.EPIDEMIC),
            (BookingStanding.CANCELLED_SITE, ExamCancelReason.SITE),
        )
    },
}


def read(history: Sequence[Event]) -> list[Read]:
    return [record(event, version, ASKED_ON) for version, event in enumerate(history, start=1)]


def row_of(history: Sequence[Event]) -> BookingRow:
    row = fold(None, read(history))
    assert row is not None
    return row


def test_a_booking_has_its_place_in_the_order_as_soon_as_it_is_ranked() -> None:
    asked = row_of([SUBMITTED])
    assert (asked.standing, asked.plan) == (BookingStanding.ASKED, None)
    ranked = row_of(IN_RANKING)
    assert (ranked.standing, ranked.plan) == (BookingStanding.RANKED, PLAN)
    assert (ranked.since, ranked.serial, ranked.attempts) == (SINCE, REFERENCE, 1)
    assert row_of(PLACED).standing is BookingStanding.PLACED


@pytest.mark.parametrize("standing", ENDS)
def test_a_booking_counts_once_as_what_became_of_it(standing: BookingStanding) -> None:
    counted = contribution(row_of([*PLACED, ENDS[standing]]))
    assert counted == {(MARCH, SLOT.site, "SUBJ2", "4103A0007", standing.value): 1}


@pytest.mark.parametrize("cut", range(len(PLACED) + 1))
def test_two_runs_of_events_make_the_row_of_both_together(cut: int) -> None:
    told = read(PLACED)
    assert fold(fold(None, told[:cut]), told[cut:]) == fold(None, told)


def test_a_case_of_another_service_has_no_row() -> None:
    assert fold(None, read(s.IN_REVIEW)) is None
    assert fold(None, read([CONFIRMED])) is None


def test_the_pass_rate_is_of_all_who_had_a_place_and_an_epidemic_takes_nobody_into_it() -> None:
    figure = ExamFigure(MARCH, SLOT.site, "SUBJ2", "", "passed")
    counted = [
        CountedBookings(replace(figure, standing=standing.value), value)
        for standing, value in (
            (BookingStanding.PASSED, 6),
            (BookingStanding.FAILED, 3),
            (BookingStanding.ABSENT, 1),
            (BookingStanding.CANCELLED_EPIDEMIC, 40),
            (BookingStanding.PLACED, 5),
        )
    ]
    found = rates(counted)
    assert (found.called, found.pass_rate, found.absence_rate) == (10, 0.6, 0.1)
    assert found.cancelled_epidemic == 40
    assert rates([]).pass_rate is None
