"""Events of this chapter. These names and fields are stored for ever."""

from datetime import date, datetime
from uuid import UUID

from domain.case.examination.reasons import NotPlacedReason
from domain.case.vocabulary import CaseEvent
from domain.exam_plans.ranking import RankBasis
from domain.exam_plans.reason import ExamCancelReason


class ExamBookingRanked(CaseEvent, frozen=True, kw_only=True):
    """The learner is in the ranking of the examination, by the instant since when he has waited.

    ``attempts`` is how often he had sat the subject by then.
    """

    plan: UUID
    exam_on: date
    accepted_on: date
    since: datetime
    basis: RankBasis
    attempts: int
    school: str | None = None


class ExamBookingConfirmed(CaseEvent, frozen=True, kw_only=True):
    """He has a place in the examination. Its site enters the result by the day ``record_by``."""

    confirmed_on: date
    record_by: date | None = None


class ExamBookingNotPlaced(CaseEvent, frozen=True, kw_only=True):
    """He has none. His rank and his attempts stay what they were."""

    reason: NotPlacedReason
    reconsider_by: date | None = None
    sue_by: date | None = None


class ExamBookingCancelled(CaseEvent, frozen=True, kw_only=True):
    """Nobody sits by this booking, and it is no attempt.

    Only a place (``had_place``) that is given up for reasons of his own moves the learner's rank.
    ``by_site``: the examination is not held. ``taken_in_by`` is the officer who entered it.
    """

    reason: ExamCancelReason
    cancelled_at: datetime
    had_place: bool
    by_site: bool = False
    taken_in_by: str | None = None


class ExamResultRecorded(CaseEvent, frozen=True, kw_only=True):
    """He has sat the examination on this day."""

    officer: str
    sat_on: date
    passed: bool


class ExamineeAbsent(CaseEvent, frozen=True, kw_only=True):
    """He did not come, which counts as not passed (162 art. 46, and before it as practice)."""

    officer: str
    exam_on: date
    reconsider_by: date | None = None
    sue_by: date | None = None
