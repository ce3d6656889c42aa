"""The steps of an appointment that a citizen sees, with the field that says more."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.case.appointment import events
from domain.message import Event

APPOINTMENT_STEPS: Final[Mapping[type[Event], str | None]] = MappingProxyType(
    {
        events.BookingRequested: None,
        events.BookingWaitlisted: None,
        events.SeatAllotted: None,
        events.BookingConfirmed: None,
        events.BookingPostponed: None,
        events.BookingCancelled: None,
        events.BookingMovedByOffice: "reason",
        events.BookingCancelledByOffice: "reason",
        events.ApplicantCheckedIn: None,
        events.AppointmentAttended: None,
        events.NoShowRecorded: None,
        events.BookingLapsed: None,
    }
)
