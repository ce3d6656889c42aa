"""What a decision looks at beside the case itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from domain.calendar import Calendar, local_day
from domain.catalogue.service import Service
from domain.clocks.clock import Clock
from domain.clocks.table import due
from domain.people import Actor

WindowOpen = Callable[[str, date], bool]
"""Whether the office of this id serves people at its windows on the day."""


@dataclass(frozen=True)
class Office:
    """``now`` is UTC; ``by`` is who gives the command."""

    now: datetime
    by: Actor
    catalogue: Mapping[str, Service]
    calendar: Calendar
    window_open: WindowOpen

    @cached_property
    def today(self) -> date:
        """The office-local day, on which statutory days begin and end."""
        return local_day(self.now)

    def due(self, clock: Clock, start: date | None = None) -> date:
        """The last day of a clock that starts today, or on ``start``, by the rule of today."""
        return due(clock, start or self.today, judged_on=self.today, calendar=self.calendar)
