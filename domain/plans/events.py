"""Events about a plan. These names and fields are stored for ever."""

from datetime import date, datetime
from typing import Annotated

import msgspec

from domain.message import Event
from domain.offices.plan_kind import PlanKind
from domain.plans.cancel_reason import CancelReason

PeriodCode = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9_]{1,20}$")]
"""An hour of the day, such as ``09``."""
SeatCount = Annotated[int, msgspec.Meta(ge=1, le=500)]


class SeatRelease(msgspec.Struct, frozen=True, gc=False):
    """So many seats of a period, which are given from an announced instant (UTC) on."""

    period: PeriodCode
    seats: SeatCount
    at: Annotated[datetime, msgspec.Meta(tz=True)]


class PlanEvent(Event, frozen=True, kw_only=True):
    """Something that happened to the plan of a place for a day."""


class PlanPublished(PlanEvent, frozen=True, kw_only=True):
    """The place has announced what it offers on the day."""

    kind: PlanKind
    place: str
    on: date
    releases: tuple[SeatRelease, ...]


class SeatsAnnounced(PlanEvent, frozen=True, kw_only=True):
    """More seats were announced. They are numbered behind those that there were."""

    releases: tuple[SeatRelease, ...]


class PlanClosed(PlanEvent, frozen=True, kw_only=True):
    """No more bookings are taken. Those that there are stand."""


class PlanReopened(PlanEvent, frozen=True, kw_only=True):
    """Bookings are taken again."""


class PlanCancelled(PlanEvent, frozen=True, kw_only=True):
    """The place sees nobody on the day. Whoever had a seat loses it without any fault of his.

    He gets one of the same period on the day ``moved_to``, if one is named and has any.
    """

    kind: PlanKind
    place: str
    on: date
    reason: CancelReason
    moved_to: date | None = None
