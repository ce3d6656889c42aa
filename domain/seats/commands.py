"""Commands to a seat. A case takes it and lets it go, an officer closes and reopens it."""

from datetime import date, timedelta
from typing import Annotated, NamedTuple
from uuid import UUID

import msgspec

from domain.message import Command
from domain.offices.plan_kind import PlanKind
from domain.plans.events import PeriodCode
from domain.plausible import FromNow
from domain.spelling import OfficeId

SeatDay = Annotated[date, FromNow(timedelta(days=366), timedelta(days=366))]
SeatNumber = Annotated[int, msgspec.Meta(ge=1, le=5000)]


class SeatAt(NamedTuple):
    """By what a seat is named."""

    kind: PlanKind
    place: str
    on: date
    period: str
    number: int


class SeatCommand(Command, frozen=True, kw_only=True):
    """A request to a seat, which it names."""

    kind: PlanKind
    place: OfficeId
    on: SeatDay
    period: PeriodCode
    number: SeatNumber

    @property
    def seat(self) -> SeatAt:
        return SeatAt(self.kind, self.place, self.on, self.period, self.number)


class TakeSeat(SeatCommand, frozen=True, kw_only=True):
    """Take it for the case. ``waited``: it is given by the rank of those who wait."""

    case: UUID
    waited: bool = False


class FreeSeat(SeatCommand, frozen=True, kw_only=True):
    """Let it go."""

    case: UUID


class CloseSeat(SeatCommand, frozen=True, kw_only=True):
    """Give it to nobody, because a window or a lane is out of use."""


class ReopenSeat(SeatCommand, frozen=True, kw_only=True):
    """Give it again."""
