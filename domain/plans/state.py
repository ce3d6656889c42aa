"""A plan as its history says it is, and where it stands."""

from contextlib import suppress
from datetime import date, datetime
from typing import Annotated, Final
from uuid import UUID

from domain.aggregate import State
from domain.choice import Choice
from domain.hidden import HIDDEN
from domain.identifiers.invalid import InvalidIdentifier
from domain.identifiers.text import squeezed
from domain.name_based import uuid5
from domain.offices.plan_kind import PlanKind
from domain.plans.events import PlanPublished, SeatRelease
from domain.titles import Title

_SPACE: Final = UUID("5b3d1c60-7c0a-5d52-9a41-1c9e7d2f8a10").bytes


class PlanStage(Choice):
    NEW = "new", "未发布", "Not published"
    OPEN = "open", "可预约", "Bookings are taken"
    CLOSED = "closed", "停止预约", "No more bookings are taken"
    CANCELLED = "cancelled", "当日取消", "Cancelled"


class DayPlan(State, frozen=True):
    """What a place offers on a day. Bookings append nothing here: each seat is a stream of its own.

    The seats of a period are numbered from 1 in the order in which they were announced.
    """

    stage: PlanStage = PlanStage.NEW
    kind: PlanKind = PlanKind.OUTLET
    place: Annotated[str, Title("地点", "place")] = ""
    on: Annotated[date, Title("日期", "day")] = date.min
    releases: Annotated[tuple[SeatRelease, ...], Title("放号安排", "releases")] = ()
    published: Annotated[PlanPublished | None, HIDDEN] = None

    @property
    def periods(self) -> tuple[str, ...]:
        """The periods that the plan has, in their order."""
        return tuple(sorted({each.period for each in self.releases}))

    def capacity(self, period: str) -> int:
        """How many seats the period has in all, released or not."""
        return sum(each.seats for each in self.releases if each.period == period)

    def released(self, period: str, now: datetime) -> tuple[int, ...]:
        """The numbers of the seats that are given at this instant (UTC)."""
        found: list[int] = []
        first = 1
        for each in self.releases:
            if each.period == period:
                found += range(first, first + each.seats) if each.at <= now else ()
                first += each.seats
        return tuple(found)

    def next_release(self, period: str, now: datetime) -> datetime | None:
        """The next announced instant at which seats of the period are given."""
        ahead = (each.at for each in self.releases if each.period == period and each.at > now)
        return min(ahead, default=None)


def plan_name(kind: PlanKind, place: str, on: date) -> str:
    """The name by which a plan is found, such as ``station:410100.ins1:2020-03-09``."""
    return f"{kind.value}:{place}:{on.isoformat()}"


def plan_of(kind: PlanKind, place: str, on: date) -> UUID:
    """The stream of the plan of a place for a day."""
    return plan_named(plan_name(kind, place, on))


def plan_named(name: str) -> UUID:
    """The stream of a plan by its name, as somebody has typed it. Other texts name no plan."""
    with suppress(InvalidIdentifier):
        name = squeezed(name).lower()
    return uuid5(_SPACE, name)
