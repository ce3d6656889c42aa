"""Bookings of an examination that came to each of their ends, as they lie in the log."""

from collections.abc import Sequence

from domain.case.examination import events
from domain.exam_plans.reason import ExamCancelReason
from domain.message import Event
from domain.recorded_event import RecordedEvent
from tests.unit.case.exam_situations import ASKED_ON, DAY, PLACED, SINCE
from tests.unit.projections.recording import record

PASSED, FAILED = (
    events.ExamResultRecorded(officer="examiner", sat_on=DAY, passed=passed)
    for passed in (True, False)
)
ABSENT = events.ExamineeAbsent(officer="examiner", exam_on=DAY)
EPIDEMIC, OWN = (
    events.ExamBookingCancelled(reason=reason, cancelled_at=SINCE, had_place=True)
    for reason in (ExamCancelReason.EPIDEMIC, ExamCancelReason.OWN)
)


def history(end: Event) -> list[RecordedEvent]:
    """A booking with a place from its submission on, all but the end on the day it was asked."""
    before = [record(event, version, ASKED_ON) for version, event in enumerate(PLACED, start=1)]
    return [*before, record(end, len(PLACED) + 1, DAY)]


def ended_examinations() -> Sequence[list[RecordedEvent]]:
    return [history(end) for end in (PASSED, FAILED, ABSENT, EPIDEMIC, OWN)]
