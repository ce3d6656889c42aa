"""``/dashboard/NAME.csv``: the figures of one chart for a spreadsheet."""

from datetime import UTC
from email.utils import format_datetime
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from api.dependencies import Reading, TheDesk
from api.pages.dashboard.all_charts import CHARTS
from api.pages.dashboard.asking import DashboardQuestion, answers
from api.pages.dashboard.csv_file import csv_file
from api.pages.kit.page_route import PageRoute
from api.pages.kit.period import period
from api.permissions import public
from api.problems import Problem
from domain.offices.tree import REGIONS
from projections.engine.snapshot import snapshot
from projections.engine.standing import standing

router = APIRouter(route_class=PageRoute, dependencies=[Depends(public())])

_TYPE: Final = "text/csv; charset=utf-8; header=present"


@router.get("/dashboard/{name}.csv")
async def as_file(
    desk: TheDesk,
    reading: Reading,
    name: str,
    spell: Annotated[str | None, Query(alias="period")] = None,
    first: Annotated[str | None, Query(alias="from")] = None,
    last: Annotated[str | None, Query(alias="to")] = None,
    region: str | None = None,
    service: str | None = None,
) -> Response:
    """Takes the query of the dashboard. ``Last-Modified`` says as of when the figures are."""
    if name not in CHARTS:
        raise Problem("not-found", 404)
    chosen = period(spell, first, last, desk.today)
    region = region if region in REGIONS else None
    service = service if service in desk.catalogue else None
    async with snapshot(reading):
        found = (
            await answers(reading, DashboardQuestion(chosen, desk.today, region, service))
        ).charted
        stands = await standing(reading, "throughput")
    assert found
    zh, en = CHARTS[name](found, "zh"), CHARTS[name](found, "en")
    days = f"{desk.today}" if zh.now else f"{chosen.first}_{chosen.last}"
    headers = {
        "cache-control": "no-store",
        "content-disposition": f'attachment; filename="{name}_{days}.csv"',
    }
    if stands.moved_at:
        headers["last-modified"] = format_datetime(stands.moved_at.astimezone(UTC), usegmt=True)
    return Response(csv_file(zh, en), headers=headers, media_type=_TYPE)
