"""Commands of this chapter."""

from datetime import datetime
from typing import Annotated

import msgspec

from domain.case.vocabulary import CaseCommand
from domain.exam_plans.reason import ExamCancelReason


class JoinRanking(CaseCommand, frozen=True, kw_only=True):
    """Put the booking into the ranking of its examination, as all checks have passed."""


class LearnRanking(CaseCommand, frozen=True, kw_only=True):
    """Tell the booking who the last one with a place is. Nobody is, if no one applied."""

    last_since: Annotated[datetime, msgspec.Meta(tz=True)] | None = None
    last_serial: str | None = None


class FollowExamCancellation(CaseCommand, frozen=True, kw_only=True):
    """The examination is not held, so its bookings end."""

    reason: ExamCancelReason


class CancelExamBooking(CaseCommand, frozen=True, kw_only=True):
    """Not to sit the examination, for a personal reason or for the epidemic."""

    reason: ExamCancelReason


class RecordExamResult(CaseCommand, frozen=True, kw_only=True):
    """Put on record that the examination was sat today or before, and whether it was passed."""

    passed: bool


class RecordAbsence(CaseCommand, frozen=True, kw_only=True):
    """Put on record that the learner did not come."""
