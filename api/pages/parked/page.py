"""``/parked``: what a read model, a worker or a reaction could not go on with (ADR 9, 31)."""

from typing import Annotated, Final

from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from api.dependencies import TheDesk, read_connection
from api.desk import Desk
from api.identity import Identity
from api.pages.kit.answer import render
from api.pages.kit.forms import fields
from api.pages.kit.officer import PagePermission
from api.pages.kit.page import NavigationLink, Page, Side
from api.pages.kit.page_route import PageRoute
from api.pages.kit.viewer import TheViewer
from api.pages.parked.standing_still import StandsIn, Standstill, standing_still
from api.problems import Problem
from api.security.events import RETRY_ASKED
from api.security.log import noted
from domain.event_store import set_aside
from domain.event_store.reactions import postponed
from domain.people import Role
from domain.titles import Title

PATH: Final = "/parked"
_FOLDED, _STILL, _ASKED = "folded", "still", "asked"

Leader = Annotated[Identity, Depends(PagePermission(frozenset({Role.SUPERVISOR, Role.HQ})))]

router = APIRouter(route_class=PageRoute)

PAGE: Final = Page(
    router=router,
    form_paths=frozenset({PATH}),
    link=NavigationLink(PATH, Title("搁置事项", "Parked"), Side.OFFICE),
    card="parked/card.html",
)


@router.get(PATH)
async def listed(
    request: Request, desk: TheDesk, identity: Leader, viewer: TheViewer, done: str = ""
) -> Response:
    """Lists it. ``done`` says what came of a retry."""
    found = await standing_still(desk, request.app.state.problems, identity, viewer.language)
    return render(
        viewer,
        "parked/parked.html",
        groups=[
            (kind, each)
            for kind in StandsIn
            if (each := [line for line in found if line.kind is kind])
        ],
        count=len(found),
        done=done,
    )


@router.post(PATH)
async def retry(request: Request, desk: TheDesk, identity: Leader, viewer: TheViewer) -> Response:
    """Folds a stream again, or lets a worker or a reaction try again at once."""
    sent = await fields(request)
    found = await standing_still(desk, request.app.state.problems, identity, viewer.language)
    asked = (sent.get("kind"), sent.get("name"), sent.get("stream"))
    line = next((each for each in found if (each.kind, each.name, str(each.stream)) == asked), None)
    if line is None:
        raise Problem("not-found", 404)
    noted(RETRY_ASKED, stream=line.stream, kind=line.kind, name=line.name)
    return RedirectResponse(f"{PATH}?done={await _tried(desk, line)}", 303)


async def _tried(desk: Desk, line: Standstill) -> str:
    """A read model is folded here and now. The others are done by their own processes."""
    if line.kind is StandsIn.READ_MODEL:
        return _FOLDED if await desk.refold(line.name, line.stream) else _STILL
    async with read_connection(desk) as connection:
        if line.kind is StandsIn.WORKER:
            await set_aside.retry_one(connection, line.name, line.stream)
        else:
            await postponed.retry_one(connection, line.name, line.stream)
    return _ASKED
