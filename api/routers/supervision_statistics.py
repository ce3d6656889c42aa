"""Warnings of unusual patterns, and the share of agencies, for whoever supervises offices."""

from datetime import date, timedelta
from typing import Annotated, Final, TypedDict, cast

from fastapi import APIRouter, Depends, Query

from api.day import Day
from api.dependencies import Reading, TheDesk
from api.openapi.answer import Answer, TypedRoute
from api.permissions import require
from api.problems import Problem
from api.resource import READERS
from projections.audit.supervision import supervision_lines
from projections.engine.snapshot import snapshot
from projections.engine.standing import standing
from projections.throughput.definitions.all_definitions import OF_SUPERVISION
from projections.throughput.lines import Line, summed

router = APIRouter(
    prefix="/statistics",
    tags=["statistics"],
    dependencies=[Depends(require(*READERS))],
    route_class=TypedRoute,
)

_A_WEEK: Final = timedelta(days=6)
_LONGEST: Final = timedelta(days=92)


class SupervisionFigures(TypedDict):
    """Under the codes of ``/statistics/definitions``. ``supervision`` counts the warnings by kind:
    ``after_hours``, ``one_mobile``, ``often_reissued``. The share is null if nothing was completed.
    """

    agency_share: float | None
    supervision: dict[str, int]


class SupervisionOfRegion(TypedDict):
    region: str
    figures: SupervisionFigures


class SupervisionStatistics(TypedDict):
    """``since`` and ``to`` are the days that were counted, both included."""

    since: date
    to: date
    position: int
    all: SupervisionFigures
    regions: list[SupervisionOfRegion]


@router.get(
    "/supervision", operation_id="supervisionStatistics", summary="Warnings of unusual patterns"
)
async def supervision(
    desk: TheDesk,
    reading: Reading,
    first: Annotated[Day | None, Query(alias="from")] = None,
    last: Annotated[Day | None, Query(alias="to")] = None,
) -> Answer[SupervisionStatistics]:
    """From ``from`` to ``to``, both included; the last seven days when they are left out.

    A city looks at a week, and the province at a month.
    """
    to = min(last or desk.today, desk.today)
    since = first or to - _A_WEEK
    if since > to or to - since > _LONGEST:
        raise Problem("period-invalid", 422)
    async with snapshot(reading):
        lines = await supervision_lines(reading, since, to)
        stands = await standing(reading, "audited")
    content: SupervisionStatistics = {
        "since": since,
        "to": to,
        "position": stands.position,
        "all": _figures(summed(lines, [])[()]),
        "regions": [{"region": line.key["region"], "figures": _figures(line)} for line in lines],
    }
    return Answer(content)


def _figures(line: Line) -> SupervisionFigures:
    return cast(SupervisionFigures, {code: each.of(line) for code, each in OF_SUPERVISION.items()})
