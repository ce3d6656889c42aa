"""``/desk/officers``: who has how much in hand, for whoever moves cases from one to another."""

from typing import Annotated, Final

from fastapi import APIRouter, Depends
from starlette.responses import Response

from api.dependencies import TheDesk, read_connection
from api.identity import Identity
from api.pages.desk.way_in import MOVERS, PATH
from api.pages.kit.answer import render
from api.pages.kit.officer import PagePermission
from api.pages.kit.page_route import PageRoute
from api.pages.kit.viewer import TheViewer
from api.views.thresholds import NEAR_DUE_DAYS
from domain.access import offices_of
from domain.calendar import Calendar
from projections.caseload.in_review import review_loads

_CALENDAR: Final = Calendar()

router = APIRouter(route_class=PageRoute)


@router.get(f"{PATH}/officers")
async def officers(
    desk: TheDesk, identity: Annotated[Identity, Depends(PagePermission(MOVERS))], viewer: TheViewer
) -> Response:
    today = desk.today
    soon = _CALENDAR.add(today, NEAR_DUE_DAYS)
    async with read_connection(desk) as reading:
        loads = await review_loads(reading, offices_of(identity.actor), today, soon)
    office = identity.actor.office
    return render(
        viewer,
        "desk/officers.html",
        loads=loads,
        near=NEAR_DUE_DAYS,
        speed=f"/dashboard/offices/{office}#officers" if office else "/dashboard",
    )
