"""``/counter/tills``: what was taken at the windows of a day, till by till."""

from datetime import date, timedelta
from typing import Annotated, Final

from fastapi import APIRouter, Depends
from starlette.responses import Response

from api.dependencies import Reading, TheDesk
from api.identity import Identity
from api.pages.counter.tills import one
from api.pages.kit.answer import render
from api.pages.kit.officer import PagePermission
from api.pages.kit.page_route import PageRoute
from api.pages.kit.places import office_text
from api.pages.kit.viewer import TheViewer
from domain.access import offices_of
from domain.case.roles import OFFICERS
from domain.tills.state import TillStage
from projections.engine.snapshot import snapshot
from projections.engine.standing import standing
from projections.tills.queries import tills_on

_PATH: Final = "/counter/tills"
_DAY: Final = timedelta(days=1)

router = APIRouter(route_class=PageRoute)
router.include_router(one.router)


@router.get(_PATH)
async def tills(
    desk: TheDesk,
    identity: Annotated[Identity, Depends(PagePermission(OFFICERS))],
    reading: Reading,
    viewer: TheViewer,
    day: str | None = None,
) -> Response:
    """The tills of the day, and those of earlier days that nobody has closed yet."""
    today = desk.today
    asked = min(_day(day) or today, today)
    async with snapshot(reading):
        found = await tills_on(reading, offices_of(identity.actor), asked)
        stands = await standing(reading, "tills")
    of_day = [each for each in found if each.day == asked]
    return render(
        viewer,
        "counter/tills/tills.html",
        asked=asked,
        before=asked - _DAY,
        after=asked + _DAY if asked < today else None,
        of_day=of_day,
        left=[each for each in found if each.day != asked],
        stages=TillStage,
        me=identity.actor.person,
        office=office_text(identity.actor.office or "", viewer.language),
        place=lambda code: office_text(code, viewer.language),
        booked_fen=sum(each.booked_fen for each in of_day),
        still=sum(each.stage != TillStage.CLOSED for each in found),
        stands=stands,
    )


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None
