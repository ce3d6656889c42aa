"""Events about a seat. These names and fields are stored for ever."""

from datetime import date, datetime
from uuid import UUID

from domain.message import Event
from domain.offices.plan_kind import PlanKind


class SeatEvent(Event, frozen=True, kw_only=True):
    """Something that happened to a seat. Its place, day, period and number name it."""

    kind: PlanKind
    place: str
    on: date
    period: str
    number: int


class SeatTaken(SeatEvent, frozen=True, kw_only=True):
    """The case has it. It is bound to the person of the case, and to nobody else."""

    case: UUID


class SeatFreed(SeatEvent, frozen=True, kw_only=True):
    """The case has let it go. Until ``kept_until`` (UTC) only whoever waits for one gets it."""

    case: UUID
    kept_until: datetime | None = None


class SeatClosed(SeatEvent, frozen=True, kw_only=True):
    """It is not given, because a window or a lane is out of use."""


class SeatReopened(SeatEvent, frozen=True, kw_only=True):
    """It is given again."""
