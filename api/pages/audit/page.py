"""``/audit``: one case, or a stream of any other kind, event by event."""

from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import RedirectResponse, Response

from api.dependencies import TheDesk
from api.identity import Identity
from api.pages.audit import day_page, search_page
from api.pages.audit.look_up import FoundStream, looked_up
from api.pages.audit.looks import AUDITORS
from api.pages.audit.search import listed
from api.pages.audit.sheet import WhatOfIt, sheet
from api.pages.kit.answer import render
from api.pages.kit.forms import fields
from api.pages.kit.officer import PagePermission
from api.pages.kit.page import NavigationLink, Page, Side
from api.pages.kit.page_route import PageRoute
from api.pages.kit.places import office_text
from api.pages.kit.viewer import TheViewer
from api.problems import Problem
from domain.case.case import CASE
from domain.people import Role
from domain.titles import Title

PATH: Final = "/audit"
_READERS: Final = (Role.CLERK, Role.SUPERVISOR, Role.HQ, Role.AUDITOR)

Reader = Annotated[Identity, Depends(PagePermission(frozenset(_READERS)))]

router = APIRouter(route_class=PageRoute)
router.include_router(search_page.router)
router.include_router(day_page.router)

PAGE: Final = Page(
    router=router,
    form_paths=frozenset({PATH}),
    link=NavigationLink(PATH, Title("审计回放", "Audit"), Side.OFFICE),
    card="audit/card.html",
)


@router.get(PATH)
async def audit(
    desk: TheDesk,
    identity: Reader,
    viewer: TheViewer,
    request: Request,
    case: str | None = None,
    stream: str | None = None,
    at: str | None = None,
    step: int | None = None,
    saw: int | None = None,
    first: Annotated[int | None, Query(alias="from")] = None,
    last: Annotated[int | None, Query(alias="to")] = None,
    whole: Annotated[bool, Query(alias="all")] = False,
) -> Response:
    """Shows a stream as of ``at``: a position of the log, a day, or an instant with its zone.

    ``step`` is the version up to which it is shown, and ``saw`` one whose officer is asked for:
    it is shown as he had it before him. ``from`` and ``to`` are two of its versions, between
    which it shows what changed. One step is told in full, with ``all`` every one up to it.
    """
    who = identity.actor.role.text(viewer.language)
    office = office_text(identity.actor.office, viewer.language) if identity.actor.office else None
    wanted = case or stream
    searches = identity.actor.role in AUDITORS
    if not wanted:
        return render(
            viewer, "audit/audit.html", who=who, office=office, case=None, searches=searches
        )
    told = await desk.door.history(_id(wanted), identity.actor)
    desk.accesses.history_seen(told.opened, identity.actor)
    asked = WhatOfIt(at, step, saw, first, last, whole)
    resources = request.app.state.resources
    content = await sheet(desk, resources, identity, told, asked, viewer.language)
    return render(viewer, "audit/audit.html", who=who, office=office, searches=searches, **content)


@router.post(PATH)
async def look_up(request: Request, desk: TheDesk, identity: Reader, viewer: TheViewer) -> Response:
    """Finds what no address shows: a reference, a number on a document, or an id of any stream.

    One case is shown, and several are listed.
    """
    wanted = (await fields(request)).get("case", "").strip()
    match await looked_up(desk, identity, wanted, request.app.state.resources):
        case FoundStream(of, stream):
            return RedirectResponse(f"{PATH}?{'case' if of is CASE else 'stream'}={stream}", 303)
        case [case]:
            return RedirectResponse(f"{PATH}?case={case}", 303)
        case cases:
            who = identity.actor.role.text(viewer.language)
            content = await listed(desk, cases, viewer.language)
            content |= {"resend": {"case": wanted}, "who": who, "office": None}
            return render(viewer, "audit/number.html", **content)


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Problem("not-found", 404) from None
