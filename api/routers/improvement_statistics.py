"""How many problems the prefectures have not put right yet, and of how many the day has passed."""

from typing import TypedDict, cast

from fastapi import APIRouter, Depends

from api.dependencies import Reading
from api.openapi.answer import Answer, TypedRoute
from api.permissions import public
from projections.engine.snapshot import snapshot
from projections.engine.standing import standing
from projections.improvements.queries import improvement_lines
from projections.throughput.definitions.all_definitions import OF_IMPROVEMENTS
from projections.throughput.lines import Line, summed

router = APIRouter(
    prefix="/statistics",
    tags=["statistics"],
    dependencies=[Depends(public())],
    route_class=TypedRoute,
)


class ImprovementFigures(TypedDict):
    """Under the codes of ``/statistics/definitions``."""

    improvements_open: int
    improvements_overdue: int


class ImprovementsOfRegion(TypedDict):
    region: str
    figures: ImprovementFigures


class ImprovementStatistics(TypedDict):
    """As things stand at ``position`` of the log. A region that has entered nothing is left out."""

    position: int
    all: ImprovementFigures
    regions: list[ImprovementsOfRegion]


@router.get(
    "/improvements",
    operation_id="improvementStatistics",
    summary="Improvements open and overdue, by prefecture",
)
async def improvements(reading: Reading) -> Answer[ImprovementStatistics]:
    """The problems themselves are read by officials only, at ``/improvements``."""
    async with snapshot(reading):
        lines = await improvement_lines(reading)
        stands = await standing(reading, "improvements")
    content: ImprovementStatistics = {
        "position": stands.position,
        "all": _figures(summed(lines, []).get((), Line({}))),
        "regions": [{"region": line.key["region"], "figures": _figures(line)} for line in lines],
    }
    return Answer(content)


def _figures(line: Line) -> ImprovementFigures:
    return cast(ImprovementFigures, {code: each.of(line) for code, each in OF_IMPROVEMENTS.items()})
