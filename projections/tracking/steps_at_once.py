"""The steps of a number, an appointment and an examination that a citizen sees."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.case.examination import events as examination
from domain.case.reservation import events as reservation
from domain.message import Event
from projections.tracking.appointment_steps import APPOINTMENT_STEPS

STEPS_AT_ONCE: Final[Mapping[type[Event], str | None]] = MappingProxyType(
    {
        reservation.PreselectSessionOpened: None,
        reservation.NumbersOffered: None,
        reservation.NumberTried: "why",
        reservation.NumberReserved: None,
        reservation.NumberConfirmed: None,
        reservation.ReservationExpired: None,
        reservation.ReservationVoided: "reason",
        examination.ExamBookingRanked: None,
        examination.ExamBookingConfirmed: None,
        examination.ExamBookingNotPlaced: "reason",
        examination.ExamBookingCancelled: "reason",
        examination.ExamResultRecorded: None,
        examination.ExamineeAbsent: None,
        **APPOINTMENT_STEPS,
    }
)
"""Each with the field that says more."""
