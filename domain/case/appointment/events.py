"""Events of this chapter. These names and fields are stored for ever."""

from datetime import date

from domain.case.appointment.reasons import OfficeReason
from domain.case.vocabulary import CaseEvent
from domain.offices.plan_kind import PlanKind


class BookingRequested(CaseEvent, frozen=True, kw_only=True):
    """The seat of this number is bound to the case. The register has not been asked yet."""

    kind: PlanKind
    place: str
    on: date
    period: str
    number: int


class BookingWaitlisted(CaseEvent, frozen=True, kw_only=True):
    """No seat was left, and the applicant waits for one that somebody lets go.

    Who waits is ranked by the instant of this event, and by the id of the case if two are equal.
    """

    kind: PlanKind
    place: str
    on: date
    period: str


class SeatAllotted(CaseEvent, frozen=True, kw_only=True):
    """Somebody let a seat go, and the rank of the applicant was the first among those who wait.

    ``accept_by`` is the last day on which the office confirms it.
    """

    number: int
    accept_by: date


class BookingConfirmed(CaseEvent, frozen=True, kw_only=True):
    """No check speaks against it. The reference of the case is the code of the appointment."""

    officer: str


class BookingPostponed(CaseEvent, frozen=True, kw_only=True):
    """The applicant has put it off to another seat of the place.

    ``taken_in_by`` is the officer who entered it for whoever stood at his window.
    """

    on: date
    period: str
    number: int
    taken_in_by: str | None = None


class BookingCancelled(CaseEvent, frozen=True, kw_only=True):
    """The applicant has cancelled in time, which is free and counts nowhere."""

    taken_in_by: str | None = None


class BookingMovedByOffice(CaseEvent, frozen=True, kw_only=True):
    """The office sees nobody on the old day, and has given the applicant another one.

    ``basis`` is the id of the decision, or the name of the plan that was cancelled.
    """

    on: date
    number: int
    reason: OfficeReason
    basis: str


class BookingCancelledByOffice(CaseEvent, frozen=True, kw_only=True):
    """The office sees nobody on the day, and has no other. It counts against nobody."""

    reason: OfficeReason
    basis: str


class ApplicantCheckedIn(CaseEvent, frozen=True, kw_only=True):
    """He has come, with the originals."""

    officer: str


class AppointmentAttended(CaseEvent, frozen=True, kw_only=True):
    """What he came for was done at the place."""

    officer: str


class NoShowRecorded(CaseEvent, frozen=True, kw_only=True):
    """Nobody came on the day. In 2020 that is counted, and has no other consequence."""


class BookingLapsed(CaseEvent, frozen=True, kw_only=True):
    """The day is over, and no seat came free, or the office had not confirmed the booking or has
    held it.
    """
