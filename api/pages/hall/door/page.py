"""``/hall/{office}/door``: who comes in, typed with one tap a person."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date, timedelta
from typing import Annotated, Any, Final
from uuid import UUID, uuid4

import msgspec
from fastapi import APIRouter, Depends, Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from api.command_outcome import carried_out
from api.command_request import decoded, request_by
from api.dependencies import TheDesk
from api.identity import Identity
from api.language import Language
from api.pages.hall.standing import StandingHall, must_reach, standing_hall
from api.pages.kit.answer import render
from api.pages.kit.forms import fields, whole_number
from api.pages.kit.officer import PagePermission
from api.pages.kit.page_route import PageRoute
from api.pages.kit.viewer import TheViewer
from api.problems import Problem
from domain.case.roles import OFFICERS
from domain.halls.choices import VisitAct
from domain.halls.commands import DoorTap, RecordVisits
from domain.halls.hall import HALL
from domain.halls.state import Hall, hall_of
from domain.refusal import Refusal

_PATH: Final = "/hall/{office}/door"
_COOLEST: Final = 357
"""Whoever is cooler has come in from the cold, and is recorded so."""
_HOTTEST: Final = (373, 374, 375, 376, 378, 380, 385, 390)
_NAME: Final = "record-visits"

Officer = Annotated[Identity, Depends(PagePermission(OFFICERS))]

router = APIRouter(route_class=PageRoute)


@router.get(_PATH)
async def door(
    office: str, desk: TheDesk, identity: Officer, viewer: TheViewer, said: str = ""
) -> Response:
    """The buttons. Without a script each of them is a form, and the answer says what to do."""
    must_reach(identity, office)
    standing = await standing_hall(desk, office)
    refused_from = standing.refused_from
    return render(
        viewer,
        "hall/door/door.html",
        standing=standing,
        hall=standing.hall,
        well=range(_COOLEST, refused_from),
        hot=[each for each in _HOTTEST if each >= refused_from],
        said=said,
        today=desk.today,
        now_ms=round(desk.clock().timestamp() * 1000),
        speed=desk.demo_clock.speed if desk.demo_clock else 1,
        lane=uuid4(),
    )


@router.post(_PATH)
async def tapped(
    office: str, request: Request, desk: TheDesk, identity: Officer, viewer: TheViewer
) -> Response:
    """Records taps: a batch of the queue of the tablet, or a single one of a form."""
    must_reach(identity, office)
    sent = await fields(request)
    standing = await standing_hall(desk, office)
    by_script = "visits" in sent
    day = _day(sent.get("day"), desk.today)
    stream = hall_of(office, day)
    body = msgspec.json.encode(_body(sent))
    command = decoded(RecordVisits, body, viewer.language)
    by = request_by(identity, stream=stream, name=_NAME, body=body)
    try:
        await carried_out(desk, by.command_id, desk.door.handle(HALL, stream, command, by))
    except (Problem, Refusal) as why:
        problem = why if isinstance(why, Problem) else request.app.state.problems.of(why)
        if not by_script:
            raise
        return _refused(problem, viewer.language)
    if by_script:
        after = (await desk.door.open(HALL, stream, identity.actor))[0].state
        return JSONResponse(_told(after, command.lane, limited=standing.kept.limited_hall))
    said = _said(command.visits[0], standing)
    return RedirectResponse(f"/hall/{office}/door?said={said}", 303)


def _said(tap: DoorTap, standing: StandingHall) -> str:
    """What a single tap came to, for whoever stands at the door."""
    if tap.act is VisitAct.LEAVES:
        return "left"
    if tap.temperature is None or tap.temperature >= standing.refused_from:
        return "away"
    return "full" if standing.is_full else "in"


def _day(text: str | None, today: date) -> date:
    """Today, or the day before, of which a tablet may have kept something. Otherwise 400."""
    with suppress(ValueError):
        day = date.fromisoformat(text or "")
        if today - timedelta(days=1) <= day <= today:
            return day
    raise Problem("bad-request", 400)


def _body(sent: Mapping[str, str]) -> dict[str, Any]:
    """Raises 400 for a queue that is no JSON."""
    if "visits" not in sent:
        return {"lane": sent.get("lane", ""), "visits": [_single(sent.get("tap", ""))]}
    try:
        visits = msgspec.json.decode(sent["visits"])
    except msgspec.DecodeError:
        raise Problem("bad-request", 400) from None
    return {"lane": sent.get("lane", ""), "visits": visits}


def _single(tap: str) -> dict[str, Any]:
    """One button: a temperature in tenths of a degree, ``no-mask`` or ``leaves``.

    Raises 400 for a button that is none of ours.
    """
    if tap == "leaves":
        return {"number": 1, "act": "leaves"}
    if tap == "no-mask":
        return {"number": 1, "masked": False}
    temperature = whole_number(tap)
    if temperature is None:
        raise Problem("bad-request", 400)
    return {"number": 1, "temperature": temperature}


def _told(hall: Hall, lane: UUID, *, limited: bool) -> dict[str, int]:
    """How far the queue is recorded, and how the hall stands. A limit of 0 is none."""
    return {
        "recorded": hall.last_of(lane),
        "inside": hall.inside,
        "limit": hall.limit if limited else 0,
        "admitted": hall.admitted,
        "turned_away": hall.turned_away,
    }


def _refused(problem: Problem, language: Language) -> Response:
    told = {"refused": problem.described(language).title}
    return JSONResponse(told, problem.status, headers=problem.headers)
