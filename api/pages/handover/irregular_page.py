"""``/handover/irregular``: what is wrong with a parcel waits until an officer has found out."""

from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.dependencies import TheDesk
from api.desk import Desk
from api.identity import Identity
from api.pages.handover.irregular import clear, irregular_of
from api.pages.handover.officer import Officer
from api.pages.kit.answer import render
from api.pages.kit.forms import fields
from api.pages.kit.page_route import PageRoute
from api.pages.kit.places import office_text
from api.pages.kit.viewer import TheViewer, Viewer
from api.problems import Problem
from domain.parcels.reasons import Clearing
from domain.refusal import Refusal

PATH: Final = "/handover/irregular"

router = APIRouter(route_class=PageRoute)


@router.get(PATH)
async def waiting(desk: TheDesk, identity: Officer, viewer: TheViewer) -> Response:
    """The parcels of his office that somebody has to ask about."""
    return await _shown(desk, identity, viewer)


@router.post(PATH)
async def cleared(
    request: Request, desk: TheDesk, identity: Officer, viewer: TheViewer
) -> Response:
    """Takes down what he has found out about one."""
    try:
        await clear(desk, identity, await fields(request))
    except (Problem, Refusal) as refused:
        problem: Problem = (
            refused if isinstance(refused, Problem) else request.app.state.problems.of(refused)
        )
        return await _shown(desk, identity, viewer, problem=problem)
    return await _shown(desk, identity, viewer, done=True)


async def _shown(
    desk: Desk,
    identity: Identity,
    viewer: Viewer,
    *,
    done: bool = False,
    problem: Problem | None = None,
) -> Response:
    return render(
        viewer,
        "handover/irregular.html",
        problem.status if problem else 200,
        irregular=await irregular_of(desk, identity, viewer.language),
        clearings=[(each.value, each.text(viewer.language)) for each in Clearing],
        done=done,
        problem=problem.described(viewer.language) if problem else None,
        office=office_text(identity.actor.office or "", viewer.language),
    )
