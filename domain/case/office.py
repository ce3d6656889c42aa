"""What a decision looks at beside the case itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from domain.calendar import Calendar, local_day
from domain.clocks.clock import Clock
from domain.clocks.table import due
from domain.people import Actor
from domain.services.service import Service

WindowOpen = Callable[[str, date], bool]
"""Whether the office of this id serves people at its windows on the day."""


@dataclass(frozen=True, slots=True)
class Office:
    """``now`` is UTC; ``by`` is who gives the command.

    ``today`` is the office-local day, on which statutory days begin and end.
    """

    now: datetime
    by: Actor
    catalogue: Mapping[str, Service]
    calendar: Calendar
    window_open: WindowOpen
    today: date = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "today", local_day(self.now))

    def due(self, clock: Clock, start: date | None = None) -> date:
        """The last day of a clock that starts today, or on ``start``, by the rule of today."""
        return due(clock, start or self.today, judged_on=self.today, calendar=self.calendar)
