"""``/dashboard/NAME.csv``: the figures of one chart for a spreadsheet."""

from datetime import UTC
from email.utils import format_datetime

from fastapi import APIRouter, Depends
from starlette.responses import Response

from api.dependencies import Reading, TheDesk
from api.pages.dashboard.all_charts import CHARTS
from api.pages.dashboard.asking import DashboardQuestion, answers
from api.pages.dashboard.chosen_period import ChosenPeriod
from api.pages.dashboard.csv_file import csv_file
from api.pages.kit.csv_answer import csv_answer
from api.pages.kit.page_route import PageRoute
from api.permissions import public
from api.problems import Problem
from domain.offices.tree import REGIONS
from projections.engine.snapshot import snapshot
from projections.engine.standing import standing

router = APIRouter(route_class=PageRoute, dependencies=[Depends(public())])


@router.get("/dashboard/{name}.csv")
async def as_file(
    desk: TheDesk,
    reading: Reading,
    name: str,
    chosen: ChosenPeriod,
    region: str | None = None,
    service: str | None = None,
) -> Response:
    """Takes the query of the dashboard. ``Last-Modified`` says as of when the figures are."""
    if name not in CHARTS:
        raise Problem("not-found", 404)
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
    more = {}
    if stands.moved_at:
        more["last-modified"] = format_datetime(stands.moved_at.astimezone(UTC), usegmt=True)
    return csv_answer(csv_file(zh, en), f"{name}_{days}", more)
