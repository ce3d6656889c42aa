"""``/printing``: what an office has to print, and what it has printed today.

Names are shown only on the printed papers, and that they were is on record before they are.
"""

from collections.abc import Mapping
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from api.dependencies import TheDesk, read_connection
from api.desk import Desk
from api.identity import Identity
from api.pages.instruments.printing import MOST, left, printed
from api.pages.kit.answer import render
from api.pages.kit.forms import fields
from api.pages.kit.officer import PagePermission
from api.pages.kit.page_route import PageRoute
from api.pages.kit.places import office_text
from api.pages.kit.qr_code import qr_code
from api.pages.kit.viewer import TheViewer, Viewer
from api.problems import Problem
from domain.access import offices_of
from domain.calendar import start_of_day
from domain.case.instruments.kind import InstrumentKind
from domain.case.roles import OFFICERS
from domain.print_jobs.ground import UnprintedGround
from projections.printing.row import printed_since, waiting

PATH: Final = "/printing"
SHOWN: Final = 200
_BOX: Final = "job-"

Officer = Annotated[Identity, Depends(PagePermission(OFFICERS))]

router = APIRouter(route_class=PageRoute)


@router.get(PATH)
async def overview(desk: TheDesk, identity: Officer, viewer: TheViewer) -> Response:
    return await _shown(desk, identity, viewer)


@router.post(PATH)
async def act(request: Request, desk: TheDesk, identity: Officer, viewer: TheViewer) -> Response:
    """Prints what was chosen, or leaves it unprinted for the ground that was chosen."""
    sent = await fields(request)
    jobs = _jobs(sent)
    if not jobs:
        return await _shown(desk, identity, viewer, chosen_none=True)
    match sent.get("act"):
        case "print":
            made = await printed(desk, identity, jobs[:MOST], viewer.language, _base(request))
            return render(
                viewer,
                "instruments/printed.html",
                sheets=[(sheet, qr_code(sheet.address)) for sheet in made.sheets],
                left_out=[(name, why.text(viewer.language)) for name, why in made.left_out],
                more=max(0, len(jobs) - MOST),
                most=MOST,
            )
        case "leave":
            await left(desk, identity, jobs, _ground(sent))
            return RedirectResponse(PATH, 303)
        case _:
            raise Problem("bad-request", 400)


def _base(request: Request) -> str:
    return str(request.base_url)


def _jobs(sent: Mapping[str, str]) -> list[UUID]:
    """Raises 400 for what names no print job."""
    try:
        return [UUID(name.removeprefix(_BOX)) for name in sent if name.startswith(_BOX)]
    except ValueError:
        raise Problem("bad-request", 400) from None


def _ground(sent: Mapping[str, str]) -> UnprintedGround:
    try:
        return UnprintedGround(sent.get("ground", ""))
    except ValueError:
        raise Problem("bad-request", 400) from None


async def _shown(
    desk: Desk, identity: Identity, viewer: Viewer, *, chosen_none: bool = False
) -> Response:
    offices = offices_of(identity.actor)
    async with read_connection(desk) as reading:
        lines = await waiting(reading, offices, SHOWN)
        done = await printed_since(reading, offices, start_of_day(desk.today), SHOWN)
    return render(
        viewer,
        "instruments/queue.html",
        422 if chosen_none else 200,
        waiting=lines,
        done=done,
        chosen_none=chosen_none,
        title_of=lambda kind: InstrumentKind(kind).text(viewer.language),
        office_of=lambda code: office_text(code, viewer.language),
        grounds=[(each.value, each.text(viewer.language)) for each in UnprintedGround],
        most=MOST,
    )
