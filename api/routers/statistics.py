"""Throughput, for the bulletin of each prefecture and for the headquarters."""

from datetime import date, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query

from api.day import Day
from api.dependencies import Reading, TheDesk
from api.openapi.answer import Answer, TypedRoute
from api.openapi.operation import answered
from api.permissions import public
from api.problems import Problem
from api.views import throughput as told
from api.views.relief_figures import StatisticsOfReliefs, of_reliefs
from api.views.statistics import FigureDefinition, StatisticsNow, definitions, present
from projections.engine.snapshot import snapshot
from projections.engine.standing import standing
from projections.throughput.queries import (
    DIMENSIONS,
    MOST_LINES,
    TooManyLines,
    throughput,
)
from projections.throughput.spans import DayRange
from projections.throughput.view import PRESENT, view
from projections.timers.reliefs import cases_extended, kept_from_cancellation, moved_by_clock
from projections.timers.row import TIMERS

router = APIRouter(
    prefix="/statistics",
    tags=["statistics"],
    dependencies=[Depends(public())],
    route_class=TypedRoute,
)

_LONGEST = timedelta(days=3660)
_USUAL = timedelta(days=29)


@router.get(
    "/throughput",
    operation_id="throughput",
    summary="The figures of a period",
    response_model=None,
    openapi_extra=answered(told.DESCRIBED),
)
async def by_period(
    desk: TheDesk,
    reading: Reading,
    first: Annotated[Day | None, Query(alias="from")] = None,
    last: Annotated[Day | None, Query(alias="to")] = None,
    by: Annotated[str, Query(max_length=60, description=f"any of {', '.join(DIMENSIONS)}")] = "",
    service: str | None = None,
) -> dict[str, Any]:
    """From ``from`` to ``to``, both included; the last 30 days when they are left out.

    A period ends today at the latest, and ``to`` in the answer says when. The codes of the
    figures are those of ``/statistics/definitions``. A group has what was in hand when the
    period began and when it ended; with ``by=day`` that is so for every day.
    """
    days = _period(first, last, desk.today)
    dimensions = [name for name in by.split(",") if name]
    if not set(dimensions) <= set(DIMENSIONS) or len(set(dimensions)) < len(dimensions):
        raise Problem("dimension-unknown", 422, members={"dimensions": list(DIMENSIONS)})
    if service is not None and service not in desk.catalogue:
        raise Problem("not-found", 404)
    services = [service] if service else None
    async with snapshot(reading):
        try:
            lines = await throughput(reading, days, dimensions, services=services)
        except TooManyLines as error:
            raise Problem("answer-too-long", 422, members={"most": MOST_LINES}) from error
        stands = await standing(reading, "throughput")
    return {
        "from": days.first,
        "to": days.last,
        "by": dimensions,
        "position": stands.position,
        "units": told.UNITS,
        "groups": [told.group(line, services) for line in lines],
    }


@router.get("/now", operation_id="statisticsNow", summary="What is in hand and what is late")
async def now(desk: TheDesk, reading: Reading) -> Answer[StatisticsNow]:
    """Of everything ever submitted, by stage and by age, by region and by service."""
    async with snapshot(reading):
        found = await view(reading, {}, desk.today, stages=True)
        stands = await standing(reading, "throughput")
    return Answer(present(found[PRESENT], desk.clock(), stands))


@router.get("/reliefs", operation_id="statisticsOfReliefs", summary="What the reliefs have moved")
async def reliefs(reading: Reading) -> Answer[StatisticsOfReliefs]:
    """Counts by clock the deadlines of the register that would have passed but for a relief, and
    those of cases that it has moved.
    """
    async with snapshot(reading):
        clocks = await moved_by_clock(reading)
        kept = await kept_from_cancellation(reading)
        cases = await cases_extended(reading)
        stands = await standing(reading, TIMERS)
    return Answer(of_reliefs(clocks, kept, cases, stands))


@router.get("/definitions", operation_id="statisticsDefinitions", summary="What each figure means")
async def all_definitions() -> Answer[list[FigureDefinition]]:
    """Lists every figure in both languages, also those that nothing feeds."""
    return Answer(definitions())


def _period(first: date | None, last: date | None, today: date) -> DayRange:
    """The days that are asked for, up to today."""
    to = min(last or today, today)
    since = first or to - _USUAL
    if since > to or to - since > _LONGEST:
        raise Problem("period-invalid", 422)
    return DayRange(since, to)
