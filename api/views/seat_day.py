"""How many seats a place has on a day, as the API and the pages show it alike."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

import msgspec

from api.desk import Desk
from domain.door.refusals import NotFound
from domain.event_store.transaction import Connection
from domain.offices.plan_kind import PlanKind
from domain.people import system
from domain.plans.plan import PLAN
from domain.plans.state import DayPlan, PlanStage, plan_of
from projections.appointments.queries import PeriodStands, periods_of

_READER: Final = system("seat_days")
_NOBODY: Final = PeriodStands(0, 0, 0, 0)


class PeriodSeats(msgspec.Struct, frozen=True):
    """The seats of a period. Of its ``capacity`` so many are ``given`` by now, and of those some
    are ``taken``. ``more_at`` is the next announced instant at which others are given, and
    ``noshow_rate`` the share of confirmed appointments to which nobody came.
    """

    period: str
    capacity: int
    given: int
    taken: int
    free: int
    waiting: int
    more_at: datetime | None
    noshow_rate: float | None


class SeatDay(msgspec.Struct, frozen=True):
    """What a place offers on a day, by period."""

    kind: PlanKind
    place: str
    on: date
    stage: PlanStage
    periods: tuple[PeriodSeats, ...]


async def seat_day(
    desk: Desk, reading: Connection, kind: PlanKind, place: str, on: date
) -> SeatDay:
    """A day for which nothing was announced has no period."""
    stands = await periods_of(reading, kind, place, on)
    return await seats_of(desk, kind, place, on, stands)


async def seats_of(
    desk: Desk, kind: PlanKind, place: str, on: date, stands: Mapping[str, PeriodStands]
) -> SeatDay:
    """The same, where it is known who has asked for the seats of each period."""
    try:
        plan = (await desk.door.open(PLAN, plan_of(kind, place, on), _READER))[0].state
    except NotFound:
        plan = PLAN.initial
    now = desk.clock()
    periods = tuple(_seats(plan, each, stands.get(each, _NOBODY), now) for each in plan.periods)
    return SeatDay(kind=kind, place=place, on=on, stage=plan.stage, periods=periods)


def _seats(plan: DayPlan, period: str, stands: PeriodStands, now: datetime) -> PeriodSeats:
    given = len(plan.released(period, now))
    offered = given if plan.stage is PlanStage.OPEN else 0
    return PeriodSeats(
        period=period,
        capacity=plan.capacity(period),
        given=given,
        taken=stands.taken,
        free=max(0, offered - stands.taken),
        waiting=stands.waiting,
        more_at=plan.next_release(period, now),
        noshow_rate=stands.noshow_rate,
    )
