"""Commands to a plan. An officer of the place, or of an office above it, gives them."""

from datetime import date, timedelta
from typing import Annotated, Final

import msgspec

from domain.message import Command
from domain.offices.plan_kind import PlanKind
from domain.plans.cancel_reason import CancelReason
from domain.plans.events import SeatRelease
from domain.plausible import FromNow
from domain.spelling import OfficeId

_AHEAD: Final = FromNow(timedelta(0), timedelta(days=366))
PlannedOn = Annotated[date, _AHEAD]
"""The day of a plan."""
_Releases = Annotated[tuple[SeatRelease, ...], msgspec.Meta(min_length=1, max_length=100)]


class PlanCommand(Command, frozen=True, kw_only=True):
    """A request to a plan."""


class PublishPlan(PlanCommand, frozen=True, kw_only=True):
    """Announce what a place offers on a day, and from which instants on."""

    kind: PlanKind
    place: OfficeId
    on: PlannedOn
    releases: _Releases


class AnnounceSeats(PlanCommand, frozen=True, kw_only=True):
    """Announce more seats."""

    releases: _Releases


class ClosePlan(PlanCommand, frozen=True, kw_only=True):
    """Take no more bookings."""


class ReopenPlan(PlanCommand, frozen=True, kw_only=True):
    """Take bookings again."""


class CancelPlan(PlanCommand, frozen=True, kw_only=True):
    """See nobody on the day. Those booked get a seat ``moved_to`` another day, as far as it has
    any, and all others are told that their booking is void without any fault of theirs."""

    reason: CancelReason
    moved_to: Annotated[date | None, _AHEAD] = None
