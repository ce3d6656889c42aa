"""``/desk/bulk``: an act in the cases that were ticked in a queue, first foreseen and then done."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Final
from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.dependencies import TheDesk
from api.desk import Desk
from api.identity import Identity
from api.pages.desk.bulk.acts import task_of
from api.pages.desk.bulk.lines import BulkLine, Many, carried, foreseen
from api.pages.desk.case_sheet import Task
from api.pages.desk.done import Sent, asked_of
from api.pages.desk.entries import entries
from api.pages.desk.way_in import PATH, Officer
from api.pages.kit.answer import render
from api.pages.kit.forms import fields, whole_number
from api.pages.kit.page_route import PageRoute
from api.pages.kit.viewer import TheViewer, Viewer
from api.problems import Problem
from domain.case.case import CASE

CHOSEN: Final = "case-"
MOST: Final = 50
"""So many cases at once: more than any list shows, and few enough for one request."""
_ACT: Final = "bulk"
_STEP: Final = "step"
_FILL_IN, _PREVIEW, _DO = "fill-in", "preview", "do"

router = APIRouter(route_class=PageRoute)


@router.post(f"{PATH}/bulk")
async def many_at_once(
    request: Request, desk: TheDesk, identity: Officer, viewer: TheViewer
) -> Response:
    """Asks what the act needs, tells what it would do in each case, and does it when confirmed."""
    sent = await fields(request)
    chosen = chosen_in(sent)
    task = await _task(desk, identity, viewer, sent.get(_ACT, ""), chosen) if chosen else None
    if not chosen:
        return _page(viewer, sent, None)
    if task is None:
        raise Problem("not-found", 404)
    many = Many(
        *(desk, identity, task, sent, chosen, viewer.language),
        problem_of=request.app.state.problems.of,
    )
    step = sent.get(_STEP) or (_FILL_IN if task.fields else _PREVIEW)
    if step == _FILL_IN:
        return _page(viewer, sent, task)
    try:
        asked_of(desk, identity, next(iter(chosen)), task, many.sent_at(0), viewer.language)
    except Problem as wrong:
        return _page(viewer, sent, task, wrong=wrong)
    if step == _DO:
        return _page(viewer, sent, task, done=await carried(many))
    return _page(viewer, sent, task, lines=await foreseen(many))


def chosen_in(sent: Sent) -> dict[UUID, int]:
    """The cases that were ticked, with the versions that the list showed.

    Raises 400 for more than a list has.
    """
    chosen = {}
    for name, value in sent.items():
        if name.startswith(CHOSEN) and (version := whole_number(value)) is not None:
            with suppress(ValueError):
                chosen[UUID(name.removeprefix(CHOSEN))] = version
    if len(chosen) > MOST:
        raise Problem("bad-request", 400)
    return chosen


async def _task(
    desk: Desk, identity: Identity, viewer: Viewer, name: str, chosen: Mapping[UUID, int]
) -> Task | None:
    """The act. The choices of its fields are those of the first case."""
    opened, _ = await desk.door.open(CASE, next(iter(chosen)), identity.actor)
    at = desk.door.circumstances(opened, identity.actor, identity.id_indexes)
    return task_of(name, identity, opened.state, at, viewer.language)


def _page(
    viewer: Viewer,
    sent: Sent,
    task: Task | None,
    *,
    wrong: Problem | None = None,
    lines: list[BulkLine] | None = None,
    done: list[BulkLine] | None = None,
) -> Response:
    """What was ticked and filled in travels along. Another language never does it again."""
    foreseen_or_done = lines if lines is not None else done or []
    resend = {**sent, _STEP: _PREVIEW} if _STEP in sent else dict(sent)
    return render(
        viewer,
        "desk/bulk.html",
        wrong.status if wrong else 200,
        resend=resend,
        sent=sent,
        task=task,
        kept=entries(task.fields, sent, viewer.language) if task else [],
        carried={name: text for name, text in sent.items() if name != _STEP},
        chosen=chosen_in(sent),
        why=wrong.described(viewer.language) if wrong else None,
        defects=wrong.members.get("defects", []) if wrong else [],
        lines=lines,
        done=done,
        able=[line for line in foreseen_or_done if not line.why],
        unable=[line for line in foreseen_or_done if line.why],
    )
