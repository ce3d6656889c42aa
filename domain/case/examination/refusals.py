"""Why a booking for an examination is not cancelled or closed."""

from dataclasses import dataclass
from datetime import date

from domain.refusal import Conflict


@dataclass(kw_only=True)
class CancelledTooLate(Conflict):
    """A place is given up by the day before the examination."""

    latest: date


@dataclass(kw_only=True)
class NoReliefForExams(Conflict):
    """Nothing is in force at present by which bookings are cancelled for the epidemic."""


@dataclass(kw_only=True)
class ExamNotYetHeld(Conflict):
    exam_on: date
