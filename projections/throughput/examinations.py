"""What is counted of a booking of an examination: what came of it, on the day of the record."""

from collections.abc import Mapping, Sequence
from typing import Final

from domain.case.examination.events import (
    ExamBookingCancelled,
    ExamineeAbsent,
    ExamResultRecorded,
)
from domain.exam_plans.reason import ExamCancelReason
from domain.message import Event
from projections.throughput import measures
from projections.throughput.counting import NOTHING, Counting, Counts


def _sat(told: Counting, event: ExamResultRecorded) -> Sequence[str]:
    return (measures.EXAM_PASSED if event.passed else measures.EXAM_FAILED,)


def _absent(told: Counting, event: ExamineeAbsent) -> Sequence[str]:
    return (measures.EXAM_ABSENT,)


def _cancelled(told: Counting, event: ExamBookingCancelled) -> Sequence[str]:
    """By the learner himself or by the site. Neither is an attempt."""
    if event.reason is ExamCancelReason.EPIDEMIC:
        return (measures.EXAM_CANCELLED_EPIDEMIC,)
    return NOTHING


EXAMINATION: Final[Mapping[type[Event], Counts]] = {
    ExamResultRecorded: _sat,
    ExamineeAbsent: _absent,
    ExamBookingCancelled: _cancelled,
}
