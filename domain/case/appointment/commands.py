"""Commands of this chapter. An applicant cancels by withdrawing his application."""

from datetime import date, timedelta
from typing import Annotated

from domain.case.appointment.reasons import OfficeReason
from domain.case.vocabulary import CaseCommand
from domain.offices.plan_kind import PlanKind
from domain.plans.events import PeriodCode
from domain.plausible import FromNow


class ConfirmBooking(CaseCommand, frozen=True, kw_only=True):
    """Confirm the appointment, because no check speaks against it."""


class PostponeBooking(CaseCommand, frozen=True, kw_only=True):
    """Come later, at the same place."""

    on: Annotated[date, FromNow(timedelta(0), timedelta(days=366))]
    period: PeriodCode


class CheckIn(CaseCommand, frozen=True, kw_only=True):
    """The applicant has come."""


class RecordAttendance(CaseCommand, frozen=True, kw_only=True):
    """What he came for was done."""


class AllotSeat(CaseCommand, frozen=True, kw_only=True):
    """A seat of the period was let go. Whoever waits and has the first rank gets it."""

    kind: PlanKind
    place: str
    on: date
    period: str
    number: int


class FollowPlan(CaseCommand, frozen=True, kw_only=True):
    """The place sees nobody on the day. Move the booking if there is a seat, or cancel it."""

    kind: PlanKind
    place: str
    on: date
    reason: OfficeReason
    basis: str
    moved_to: date | None = None
