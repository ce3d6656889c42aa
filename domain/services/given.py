"""What a check looks at: the facts of the application, and what the register has."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from domain.calendar import Calendar
from domain.clocks.clock import Clock
from domain.clocks.table import due
from domain.register.learner_permit import LearnerPermitRecord
from domain.register.licence import LicenceRecord
from domain.register.vehicle import VehicleRecord
from domain.services.facts import Facts

F = TypeVar("F", bound=Facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given(Generic[F]):
    """``applicant`` and ``name`` are blind indexes of the ID number and the name that were given.

    ``office`` is that of the case, ``born_on`` the birthday that a resident's number tells. A
    record is None if the application is not about one, or the register knows none.
    """

    facts: F
    today: date
    calendar: Calendar
    office: str
    applicant: bytes
    name: bytes
    born_on: date | None = None
    vehicle: VehicleRecord | None = None
    licence: LicenceRecord | None = None
    permit: LearnerPermitRecord | None = None

    def due(self, clock: Clock, start: date) -> date:
        """The last day of a clock that starts on ``start``, by the rule of today."""
        return due(clock, start, judged_on=self.today, calendar=self.calendar)
