"""How many seats a place has on a day, for whoever wants to come."""

from datetime import date, datetime
from typing import Annotated, Final

import msgspec
from fastapi import APIRouter, Depends, Path, Query
from starlette.responses import Response

from api.cached import cached
from api.day import Day
from api.dependencies import Reading, TheDesk
from api.openapi.operation import answered
from api.openapi.schemas import schema_of
from api.permissions import public
from domain.door.refusals import NotFound
from domain.identifiers.text import plain
from domain.offices.plan_kind import HELD_AT, PlanKind
from domain.offices.tree import OFFICES
from domain.people import system
from domain.plans.plan import PLAN
from domain.plans.refusals import PlaceUnfit
from domain.plans.state import DayPlan, PlanStage, plan_of
from projections.appointments.queries import PeriodStands, periods_of

router = APIRouter(prefix="/seat-days", tags=["plans"], dependencies=[Depends(public())])

_FRESH_S: Final = 5
"""A seat that is shown as free may be gone. Whoever books it is told so."""
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


_DESCRIBED: Final = answered(schema_of(SeatDay), headers=("ETag", "Cache-Control"))
_PLACE: Final = {"example": "410100.ins1"}
_ON: Final = {"example": "2020-03-09"}


@router.get(
    "/{kind}",
    operation_id="getSeatDay",
    summary="Seats of a place on a day",
    openapi_extra=_DESCRIBED,
)
async def seat_day(
    kind: Annotated[PlanKind, Path()],
    desk: TheDesk,
    reading: Reading,
    place: Annotated[str, Query(max_length=40, json_schema_extra=_PLACE)],
    on: Annotated[Day, Query(json_schema_extra=_ON)],
) -> Response:
    """Says how many seats are free, taken and waited for in each period.

    A day for which nothing was announced has no period. The answer may be some seconds old;
    whoever books is asked again, and hears whether a seat was left.
    """
    place = plain(place).lower()
    office = OFFICES.get(place)
    if office is None or office.kind not in HELD_AT[kind]:
        choices = [each.id for each in OFFICES.values() if each.kind in HELD_AT[kind]]
        raise PlaceUnfit(place=place, choices=choices)
    try:
        plan = (await desk.door.open(PLAN, plan_of(kind, place, on), _READER))[0].state
    except NotFound:
        plan = PLAN.initial
    stands = await periods_of(reading, kind, place, on)
    now = desk.clock()
    periods = tuple(_seats(plan, each, stands.get(each, _NOBODY), now) for each in plan.periods)
    told = SeatDay(kind=kind, place=place, on=on, stage=plan.stage, periods=periods)
    return cached(msgspec.json.encode(told), seconds=_FRESH_S)


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
