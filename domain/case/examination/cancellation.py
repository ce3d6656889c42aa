"""A booking is cancelled: for reasons of the learner's own, for the epidemic, or by the site.

The announcement of 2020-02-23: whoever booked online may cancel, it counts as no attempt, and it
does not move the next booking. So an epidemic cancellation leaves the learner's permit alone.
"""

from collections.abc import Sequence
from typing import Final

from domain.case.at_his_window import entered_by
from domain.case.examination import commands, events
from domain.case.examination.refusals import CancelledTooLate, NoReliefForExams
from domain.case.review.orders import exam_order
from domain.case.state import Case
from domain.case.vocabulary import CaseEvent
from domain.circumstances import Circumstances
from domain.clocks.clock import Clock
from domain.exam_plans.booking import RankedBooking
from domain.exam_plans.reason import ExamCancelReason
from domain.exam_plans.refusals import CancelReasonOfOthers
from domain.refusal import NotAsThingsStand
from domain.register.licence_changes import ExamPlaceGivenUp
from domain.reliefs.effect import OF_THE_PROVINCE

BY_THE_LEARNER: Final = (ExamCancelReason.OWN, ExamCancelReason.EPIDEMIC)


def cancel(
    current: Case, command: commands.CancelExamBooking, at: Circumstances
) -> Sequence[CaseEvent]:
    """Until it is known who has a place a booking is cancelled freely.

    A place is given up by the day before. For the epidemic it is up to the day itself, as long as
    a relief of that term is in force (``EXAM_CANCEL``).
    """
    booking = current.booking
    if booking is None:
        raise NotAsThingsStand(command=type(command).__name__)
    if command.reason not in BY_THE_LEARNER:
        raise CancelReasonOfOthers(choices=[reason.value for reason in BY_THE_LEARNER])
    latest = at.due(Clock.EXAM_CANCEL, booking.exam_on)
    if command.reason is ExamCancelReason.EPIDEMIC:
        if not _relieved(current.office, at):
            raise NoReliefForExams
        latest = booking.exam_on
    if booking.placed and at.today > latest:
        raise CancelledTooLate(latest=latest)
    cancelled = _cancelled(booking, command.reason, at, entered=entered_by(at))
    if command.reason is not ExamCancelReason.OWN or not booking.placed:
        return [cancelled]
    return [cancelled, *exam_order(current, ExamPlaceGivenUp(given_up_at=at.now))]


def follow_cancellation(
    current: Case, command: commands.FollowExamCancellation, at: Circumstances
) -> Sequence[CaseEvent]:
    """The site cancels for everybody, and nobody loses his rank by it."""
    if current.booking is None:
        raise NotAsThingsStand(command=type(command).__name__)
    return [_cancelled(current.booking, command.reason, at, by_site=True)]


def _relieved(office: str, at: Circumstances) -> bool:
    """Whether a relief of the last day for cancelling is in force today."""
    return any(
        Clock.EXAM_CANCEL in each.clocks
        and each.first <= at.today
        and (each.last is None or at.today <= each.last)
        for each in OF_THE_PROVINCE.state(at).at_office(office)
    )


def _cancelled(
    booking: RankedBooking,
    reason: ExamCancelReason,
    at: Circumstances,
    *,
    by_site: bool = False,
    entered: str | None = None,
) -> events.ExamBookingCancelled:
    return events.ExamBookingCancelled(
        reason=reason,
        cancelled_at=at.now,
        had_place=booking.placed,
        by_site=by_site,
        taken_in_by=entered,
    )
