"""What a check looks at: the facts of the application, and what the register has."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Generic, NamedTuple, TypeVar

from domain.calendar import Calendar
from domain.clocks.clock import Clock
from domain.clocks.extended import relieved
from domain.clocks.relief import Relief
from domain.clocks.table import due
from domain.register.learner_permit import LearnerPermitRecord
from domain.register.licence import LicenceRecord
from domain.register.vehicle import VehicleRecord
from domain.services.facts import Facts

F = TypeVar("F", bound=Facts)


class Numbers(NamedTuple):
    """Blind indexes of the numbers by which an application names what it is about.

    Each has the name of the field in which a record has its own.
    """

    plate_no: bytes | None = None
    vin: bytes | None = None
    file_no: bytes | None = None
    permit_no: bytes | None = None


UNNAMED: Final = Numbers()


@dataclass(frozen=True, slots=True, kw_only=True)
class Given(Generic[F]):
    """``applicant`` and ``name`` are blind indexes of the ID number and the name that were given.
    ``proven`` says that the number is that of whoever sent the application, by his token.

    ``office`` is that of the case, ``born_on`` the birthday that a resident's number tells. A
    record is None if the application is not about one, or the register knows none. ``reliefs``
    are those that hold at the office.
    """

    facts: F
    today: date
    calendar: Calendar
    office: str
    applicant: bytes
    name: bytes
    proven: bool
    numbers: Numbers = UNNAMED
    born_on: date | None = None
    vehicle: VehicleRecord | None = None
    licence: LicenceRecord | None = None
    permit: LearnerPermitRecord | None = None
    reliefs: Sequence[Relief] = ()

    def due(self, clock: Clock, start: date) -> date:
        """The last day of a clock that starts on ``start``, by the rule of today."""
        return due(clock, start, judged_on=self.today, calendar=self.calendar)

    def in_time(self, clock: Clock, start: date) -> bool:
        """Whether the clock has not passed, with the reliefs."""
        return self.still(clock, self.due(clock, start), since=start)

    def still(
        self, clock: Clock, last: date, *, since: date | None = None, on: date | None = None
    ) -> bool:
        """Whether today, or the day ``on``, is not after the last day of a clock under relief."""
        until = relieved(clock, last, self.reliefs, since=since)
        return until is None or (on or self.today) <= until
