"""What each event of this chapter changes, and the stage it leads to."""

from typing import Any, Final

from msgspec.structs import replace

from domain.aggregate import Effect
from domain.case.examination import events
from domain.case.refunds import lapsed
from domain.case.stage import Stage
from domain.case.state import Case, Deadline
from domain.clocks.clock import Clock
from domain.exam_plans.booking import RankedBooking
from domain.exam_plans.ranking import RankingKey


def _ranked(current: Case, event: events.ExamBookingRanked) -> Case:
    """The reference of the case is its serial number."""
    key = RankingKey(event.since, current.reference)
    booking = RankedBooking(event.plan, event.exam_on, key)
    return replace(current, accepted_on=event.accepted_on, booking=booking)


def _confirmed(current: Case, event: events.ExamBookingConfirmed) -> Case:
    booking = current.booking and replace(current.booking, placed=True)
    waits = Deadline(Clock.EXAM_RECORD, event.record_by) if event.record_by else None
    return replace(current, booking=booking, deadline=waits)


def _sat(current: Case, event: events.ExamResultRecorded) -> Case:
    return replace(current, decided_on=event.sat_on, decided_by=event.officer)


def _absent(current: Case, event: events.ExamineeAbsent) -> Case:
    return replace(lapsed(current, event), decided_on=event.exam_on, decided_by=event.officer)


EFFECTS: Final[tuple[Effect[Case, Any], ...]] = (
    Effect(events.ExamBookingRanked, to=Stage.ACCEPTED, change=_ranked),
    Effect(events.ExamBookingConfirmed, change=_confirmed),
    Effect(events.ExamBookingNotPlaced, to=Stage.LAPSED, change=lapsed),
    Effect(events.ExamBookingCancelled, to=Stage.WITHDRAWN),
    Effect(events.ExamResultRecorded, to=Stage.COMPLETED, change=_sat),
    Effect(events.ExamineeAbsent, to=Stage.LAPSED, change=_absent),
)
