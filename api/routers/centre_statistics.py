"""How much network office centres could do and did, and for how long equipment was out of order."""

from datetime import date, timedelta
from typing import Annotated, Final, TypedDict, cast

from fastapi import APIRouter, Depends, Query

from api.day import Day
from api.dependencies import Reading, TheDesk
from api.openapi.answer import Answer, TypedRoute
from api.permissions import public
from api.problems import Problem
from projections.centres.figures import centre_lines
from projections.centres.forecast import ForecastDay
from projections.centres.queries import centre_waits
from projections.engine.snapshot import snapshot
from projections.engine.standing import standing
from projections.throughput.definitions.all_definitions import OF_CENTRES
from projections.throughput.lines import Line, summed

router = APIRouter(
    prefix="/statistics",
    tags=["statistics"],
    dependencies=[Depends(public())],
    route_class=TypedRoute,
)

_USUAL: Final = timedelta(days=29)
_TOLD_AHEAD: Final = 14
_LONGEST: Final = timedelta(days=366)


class CentreFigures(TypedDict):
    """Under the codes of ``/statistics/definitions``. The load is null without any capacity."""

    centre_capacity_use: float | None
    centre_officers_rostered: int
    equipment_down_hours: int


class CentreOfRegion(TypedDict):
    region: str
    figures: CentreFigures


class CentreDayAhead(TypedDict):
    """What can be handled on a day, what is expected to come in, and what is left at its end.
    Of today that is what can still be handled and what is still to come in."""

    day: date
    capacity: int
    arrivals: int
    backlog: int


class CentreWaitNow(TypedDict):
    """What is in hand, what can be handled on a day, and for how many working days one waits.
    ``days`` is null while nothing can be handled. ``ahead`` is the forecast from today on."""

    region: str
    backlog: int
    capacity: int
    days: int | None
    ahead: list[CentreDayAhead]


class CentreStatistics(TypedDict):
    """``since`` and ``to`` are the days that were counted, both included. ``waits`` is as of now,
    of the centres that have rostered somebody."""

    since: date
    to: date
    position: int
    all: CentreFigures
    regions: list[CentreOfRegion]
    waits: list[CentreWaitNow]


@router.get(
    "/centres", operation_id="centreStatistics", summary="Load of centres, and waiting times"
)
async def centres(
    desk: TheDesk,
    reading: Reading,
    first: Annotated[Day | None, Query(alias="from")] = None,
    last: Annotated[Day | None, Query(alias="to")] = None,
) -> Answer[CentreStatistics]:
    """From ``from`` to ``to``, both included; the last 30 days when they are left out."""
    to = min(last or desk.today, desk.today)
    since = first or to - _USUAL
    if since > to or to - since > _LONGEST:
        raise Problem("period-invalid", 422)
    async with snapshot(reading):
        lines = await centre_lines(reading, since, to, desk.clock())
        waits = await centre_waits(reading, desk.today)
        stands = await standing(reading, "centres")
    content: CentreStatistics = {
        "since": since,
        "to": to,
        "position": stands.position,
        "all": _figures(summed(lines, []).get((), Line({}))),
        "regions": [{"region": line.key["region"], "figures": _figures(line)} for line in lines],
        "waits": [
            {
                "region": region,
                "backlog": wait.backlog,
                "capacity": wait.capacity,
                "days": wait.days,
                "ahead": [_ahead(each) for each in wait.ahead[:_TOLD_AHEAD]],
            }
            for region, wait in waits.items()
        ],
    }
    return Answer(content)


def _ahead(told: ForecastDay) -> CentreDayAhead:
    return {
        "day": told.day,
        "capacity": told.capacity,
        "arrivals": told.arrivals,
        "backlog": told.backlog,
    }


def _figures(line: Line) -> CentreFigures:
    return cast(CentreFigures, {code: each.of(line) for code, each in OF_CENTRES.items()})
