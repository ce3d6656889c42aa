"""How clean halls were kept, who was let in and who was not, and in which hours."""

from datetime import date, timedelta
from typing import Annotated, Final, TypedDict, cast

from fastapi import APIRouter, Depends, Query

from api.day import Day
from api.dependencies import Reading, TheDesk
from api.openapi.answer import Answer, TypedRoute
from api.permissions import public
from api.problems import Problem
from domain.offices.tree import REGIONS, prefecture_of
from projections.engine.snapshot import snapshot
from projections.engine.standing import standing
from projections.halls.queries import entries_by_hour, hall_lines
from projections.throughput.definitions.all_definitions import OF_HALLS
from projections.throughput.lines import Line, summed

router = APIRouter(
    prefix="/statistics",
    tags=["statistics"],
    dependencies=[Depends(public())],
    route_class=TypedRoute,
)

_USUAL: Final = timedelta(days=29)
_LONGEST: Final = timedelta(days=3660)


class HallFigures(TypedDict):
    """Under the codes of ``/statistics/definitions``. A rate is null where nothing was required."""

    hygiene_compliance: float | None
    cleaning_compliance: float | None
    entry_admitted: int
    entry_refused: int


class HallsOfRegion(TypedDict):
    region: str
    figures: HallFigures


class HallOfOffice(TypedDict):
    office: str
    figures: HallFigures


class EntryHour(TypedDict):
    """The people of one hour of the office's clock, from 0. Those ``turned_away`` for a full hall
    are among them."""

    hour: int
    admitted: int
    turned_away: int


class HallStatistics(TypedDict):
    """``since`` and ``to`` are the days that were counted, both included."""

    since: date
    to: date
    position: int
    all: HallFigures
    regions: list[HallsOfRegion]
    offices: list[HallOfOffice]
    hours: list[EntryHour]


@router.get("/halls", operation_id="hallStatistics", summary="Hygiene of halls, and entries")
async def halls(
    desk: TheDesk,
    reading: Reading,
    first: Annotated[Day | None, Query(alias="from")] = None,
    last: Annotated[Day | None, Query(alias="to")] = None,
    region: Annotated[
        str | None, Query(max_length=6, json_schema_extra={"example": "410300"})
    ] = None,
) -> Answer[HallStatistics]:
    """From ``from`` to ``to``, both included; the last 30 days when they are left out.

    With ``region`` its halls alone are counted, and told one by one under ``offices``. Rounds of
    today count as far as they are done. Nobody who came is in any of it by name.
    """
    to = min(last or desk.today, desk.today)
    since = first or to - _USUAL
    if since > to or to - since > _LONGEST:
        raise Problem("period-invalid", 422)
    async with snapshot(reading):
        lines = await hall_lines(reading, since, to)
        hours = await entries_by_hour(reading, since, to)
        stands = await standing(reading, "halls")
    if region is not None:
        lines = [line for line in lines if line.key["region"] == region and region in REGIONS]
        hours = [each for each in hours if prefecture_of(each.office) == region]
    by_hour: dict[int, list[int]] = {}
    for each in hours:
        counts = by_hour.setdefault(each.hour, [0, 0])
        counts[0] += each.admitted
        counts[1] += each.turned_away
    content: HallStatistics = {
        "since": since,
        "to": to,
        "position": stands.position,
        "all": figures(summed(lines, []).get((), Line({}))),
        "regions": [
            {"region": code, "figures": figures(line)}
            for (code,), line in sorted(summed(lines, ["region"]).items())
        ],
        "offices": [
            {"office": line.key["office"], "figures": figures(line)}
            for line in lines
            if region is not None
        ],
        "hours": [
            {"hour": hour, "admitted": counts[0], "turned_away": counts[1]}
            for hour, counts in sorted(by_hour.items())
        ],
    }
    return Answer(content)


def figures(line: Line) -> HallFigures:
    """The figures of halls together."""
    return cast(HallFigures, {code: each.of(line) for code, each in OF_HALLS.items()})
