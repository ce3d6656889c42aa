"""``/audit/day``: the figures as they stood at the end of a day."""

from datetime import timedelta
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query
from starlette.responses import RedirectResponse, Response

from api.dependencies import TheDesk, read_connection
from api.identity import Identity
from api.pages.audit.looks import AUDITORS
from api.pages.audit.past_day import past_day, shown_day
from api.pages.kit.answer import render
from api.pages.kit.officer import PagePermission
from api.pages.kit.page_route import PageRoute
from api.pages.kit.period import SINCE
from api.pages.kit.viewer import TheViewer

DAY: Final = "/audit/day"
_MOST: Final = 100_000

Auditor = Annotated[Identity, Depends(PagePermission(AUDITORS))]

router = APIRouter(route_class=PageRoute)


@router.get(DAY)
async def past(
    desk: TheDesk,
    identity: Auditor,
    viewer: TheViewer,
    at: str = "",
    after: Annotated[int | None, Query(ge=0, le=_MOST)] = None,
    first: str = "",
) -> Response:
    """Shows the day ``at``. The slider sends how many days ``after`` the ``first`` of it."""
    if after is not None:
        begun = shown_day(first, desk.today) if first else SINCE
        wanted = min(begun + timedelta(days=after), desk.today)
        return RedirectResponse(viewer.here(at=wanted.isoformat(), after=None, first=None), 303)
    day = shown_day(at, desk.today)
    who = identity.actor.role.text(viewer.language)
    async with read_connection(desk) as reading:
        content = await past_day(reading, day, desk.today, viewer.language)
    return render(viewer, "audit/day.html", who=who, office=None, **content)
