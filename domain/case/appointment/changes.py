"""What each event of this chapter changes, and the stage it leads to."""

from typing import Any, Final

from msgspec.structs import replace

from domain.aggregate import Effect
from domain.case.appointment import events
from domain.case.booking import Booking
from domain.case.stage import Stage
from domain.case.state import Case, Deadline
from domain.clocks.clock import Clock


def _requested(current: Case, event: events.BookingRequested) -> Case:
    booking = Booking(event.kind, event.place, event.on, event.period, event.number)
    return replace(current, appointment=booking)


def _waits(current: Case, event: events.BookingWaitlisted) -> Case:
    booking = Booking(event.kind, event.place, event.on, event.period)
    return replace(current, appointment=booking, deadline=None)


def _allotted(current: Case, event: events.SeatAllotted) -> Case:
    return replace(
        current,
        appointment=current.appointment and replace(current.appointment, number=event.number),
        deadline=Deadline(Clock.ACCEPT_1, event.accept_by),
    )


def _postponed(current: Case, event: events.BookingPostponed) -> Case:
    if current.appointment is None:
        return current
    booking = replace(
        current.appointment,
        on=event.on,
        period=event.period,
        number=event.number,
        postponed=current.appointment.postponed + 1,
    )
    return replace(current, appointment=booking)


def _moved(current: Case, event: events.BookingMovedByOffice) -> Case:
    booking = current.appointment and replace(current.appointment, on=event.on, number=event.number)
    return replace(current, appointment=booking)


def _checked_in(current: Case, event: events.ApplicantCheckedIn) -> Case:
    booking = current.appointment and replace(current.appointment, checked_in=True)
    return replace(current, appointment=booking)


EFFECTS: Final[tuple[Effect[Case, Any], ...]] = (
    Effect(events.BookingRequested, change=_requested),
    Effect(events.BookingWaitlisted, change=_waits),
    Effect(events.SeatAllotted, change=_allotted),
    Effect(events.BookingConfirmed, to=Stage.ACCEPTED),
    Effect(events.BookingPostponed, change=_postponed),
    Effect(events.BookingCancelled, to=Stage.WITHDRAWN),
    Effect(events.BookingMovedByOffice, change=_moved),
    Effect(events.BookingCancelledByOffice, to=Stage.WITHDRAWN),
    Effect(events.ApplicantCheckedIn, change=_checked_in),
    Effect(events.AppointmentAttended, to=Stage.COMPLETED),
    Effect(events.NoShowRecorded, to=Stage.LAPSED),
    Effect(events.BookingLapsed, to=Stage.LAPSED),
)
