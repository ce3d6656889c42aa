"""What a decision looks at beside its own stream. All of it is handed in, so a decision is pure."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, Final
from uuid import UUID

from domain.calendar import Calendar, local_day
from domain.clocks.clock import Clock
from domain.clocks.table import due
from domain.people import NOBODY, Actor
from domain.services.catalogue import Catalogue

_NOTHING: Final[Mapping[UUID, Any]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Circumstances:
    """``now`` is UTC, and ``by`` is who gives the command about ``stream``, which ``owner`` began.

    ``id_indexes`` are the blind indexes of the ID number of ``by``, if his token tells them.
    ``today`` is the office-local day, on which statutory days begin and end. ``seen`` holds,
    by stream, the states of the streams that the decision's row reads. A
    :class:`~domain.aggregate.Ref` finds its own there.
    """

    now: datetime
    by: Actor
    stream: UUID
    catalogue: Catalogue
    calendar: Calendar
    seen: Mapping[UUID, Any] = field(default_factory=lambda: _NOTHING)
    owner: Actor = NOBODY
    id_indexes: Set[bytes] = frozenset()
    today: date = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "today", local_day(self.now))

    def due(self, clock: Clock, start: date | None = None) -> date:
        """The last day of a clock that starts today, or on ``start``, by the rule of today."""
        return due(clock, start or self.today, judged_on=self.today, calendar=self.calendar)
