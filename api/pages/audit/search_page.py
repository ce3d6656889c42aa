"""``/audit/search`` and ``/audit/risks``: cases by what happened in them, and samples to check."""

from secrets import randbelow
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query
from starlette.responses import RedirectResponse, Response

from api.dependencies import TheDesk
from api.identity import Identity
from api.pages.audit.asked import Asked
from api.pages.audit.looks import AUDITORS
from api.pages.audit.risks import MOST_DRAWN, Draw, risks
from api.pages.audit.search import as_file, searched
from api.pages.kit.answer import render
from api.pages.kit.csv_answer import csv_answer
from api.pages.kit.officer import PagePermission
from api.pages.kit.page_route import PageRoute
from api.pages.kit.viewer import TheViewer

SEARCH: Final = "/audit/search"
RISKS: Final = "/audit/risks"
_SEEDS: Final = 1_000_000

Auditor = Annotated[Identity, Depends(PagePermission(AUDITORS))]

router = APIRouter(route_class=PageRoute)


@router.get(SEARCH)
async def search(
    desk: TheDesk, identity: Auditor, viewer: TheViewer, asked: Asked, cursor: str = ""
) -> Response:
    """Finds cases, newest first. The conditions hold of one step of the case, all together."""
    who = identity.actor.role.text(viewer.language)
    content = await searched(desk, asked, cursor, viewer.language)
    return render(viewer, "audit/search.html", who=who, office=None, **content)


@router.get(f"{SEARCH}.csv")
async def search_as_file(
    desk: TheDesk, identity: Auditor, viewer: TheViewer, asked: Asked
) -> Response:
    """The same cases, without pages, for a spreadsheet."""
    content = await as_file(desk, asked, viewer.language)
    return csv_answer(content, f"audit_{desk.today}")


@router.get(RISKS)
async def risk_kinds(
    desk: TheDesk,
    identity: Auditor,
    viewer: TheViewer,
    asked: Asked,
    draw: Annotated[int | None, Query(ge=1, le=MOST_DRAWN)] = None,
    seed: Annotated[str, Query(max_length=20)] = "",
) -> Response:
    """Counts every kind of risk. ``draw`` takes so many cases of ``risk`` at random.

    Whoever names no seed is given one in the address, so that the same can be drawn again.
    """
    if draw and asked.risk and not seed:
        return RedirectResponse(viewer.here(seed=randbelow(_SEEDS)) + "#sample", 303)
    who = identity.actor.role.text(viewer.language)
    drawing = Draw(draw, seed) if draw and asked.risk else None
    content = await risks(desk, asked, drawing, viewer.language)
    return render(viewer, "audit/risks.html", who=who, office=None, **content)
