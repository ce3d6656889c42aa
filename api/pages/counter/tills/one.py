"""``/counter/tills/TILL``: one till, which its officer counts and another closes."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Final
from uuid import UUID

import msgspec
from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from api.command_outcome import carried_out
from api.command_request import decoded, request_by
from api.dependencies import TheDesk
from api.desk import Desk
from api.identity import Identity
from api.pages.kit.answer import render
from api.pages.kit.forms import fen_of, fields, version_seen
from api.pages.kit.officer import PagePermission
from api.pages.kit.page_route import PageRoute
from api.pages.kit.places import office_text
from api.pages.kit.viewer import TheViewer, Viewer
from api.preconditions import exactly
from api.problems import Problem
from domain.case.roles import OFFICERS
from domain.door.attempt import Opened
from domain.message import Command
from domain.refusal import Refusal
from domain.tills.cause import DifferenceCause
from domain.tills.commands import CloseTill, CountTill
from domain.tills.events import TakingBooked
from domain.tills.refusals import DifferenceUnexplained
from domain.tills.state import Till, TillStage
from domain.tills.till import TILL

_PATH: Final = "/counter/tills/{till}"
_COUNTED: Final = ("cash_fen", "card_fen")

Officer = Annotated[Identity, Depends(PagePermission(OFFICERS))]

router = APIRouter(route_class=PageRoute)


@router.get(_PATH)
async def shown(
    till: UUID, desk: TheDesk, identity: Officer, viewer: TheViewer, done: str = ""
) -> Response:
    """Every payment of it, and what may be done next by whoever looks."""
    return await _page(desk, identity, viewer, till, {"done": done})


@router.post(_PATH)
async def act(
    request: Request, till: UUID, desk: TheDesk, identity: Officer, viewer: TheViewer
) -> Response:
    """Counts it or closes it, on the version that was seen."""
    sent = await fields(request)
    version = version_seen(sent)
    try:
        command = _command(sent, viewer)
        by = request_by(
            identity,
            stream=till,
            name=type(command).__name__,
            body=msgspec.json.encode(command),
            expected=exactly(version),
        )
        await carried_out(desk, by.command_id, desk.door.handle(TILL, till, command, by))
    except (Problem, Refusal) as refused:
        problem: Problem = (
            refused if isinstance(refused, Problem) else request.app.state.problems.of(refused)
        )
        if problem.status in (400, 404):
            raise
        return await _page(desk, identity, viewer, till, sent, problem, refused)
    return RedirectResponse(f"{_PATH.format(till=till)}?done={sent['act']}", 303)


def _command(sent: Mapping[str, str], viewer: Viewer) -> Command:
    """What was asked. Raises 400 for what no form of the page asks, and 422 for no amount."""
    match sent.get("act"):
        case "count":
            body = {name: fen_of(sent.get(name, "").strip()) for name in _COUNTED}
            given = {**body, "cause": sent.get("cause") or None}
            return decoded(CountTill, msgspec.json.encode(given), viewer.language)
        case "close":
            return CloseTill()
        case _:
            raise Problem("bad-request", 400)


async def _page(
    desk: Desk,
    identity: Identity,
    viewer: Viewer,
    till: UUID,
    sent: Mapping[str, str],
    problem: Problem | None = None,
    refused: Problem | Refusal | None = None,
) -> Response:
    told = await desk.door.history(till, identity.actor)
    if told.of is not TILL:
        raise Problem("not-found", 404)
    opened: Opened[Till] = told.opened
    current = opened.state
    taken = [each for each in told.events if isinstance(each.event, TakingBooked)]
    his_own = identity.actor.person == current.officer
    return render(
        viewer,
        "counter/tills/till.html",
        problem.status if problem else 200,
        till=till,
        version=opened.version,
        current=current,
        taken=taken,
        place=office_text(current.office, viewer.language),
        lines=_lines(current),
        causes=[(each.value, each.text(viewer.language)) for each in DifferenceCause],
        counts=his_own and current.stage in (TillStage.OPEN, TillStage.COUNTED),
        closes=not his_own and current.stage is TillStage.COUNTED,
        waits_for_another=his_own and current.stage is TillStage.COUNTED,
        wrong=_wrong(sent, viewer) if problem else {},
        unexplained=refused if isinstance(refused, DifferenceUnexplained) else None,
        sent=sent,
        problem=problem.described(viewer.language) if problem else None,
        now=desk.clock(),
    )


def _wrong(sent: Mapping[str, str], viewer: Viewer) -> Mapping[str, str]:
    """What is wrong with the amounts that were typed, by their fields."""
    if sent.get("act") != "count":
        return {}
    said = viewer.say("请填写金额，如 125 或者 125.50。", "Enter an amount, such as 125 or 125.50.")
    amounts = ((name, fen_of(sent.get(name, "").strip())) for name in _COUNTED)
    return {name: said for name, amount in amounts if isinstance(amount, str)}


def _lines(current: Till) -> Sequence[tuple[str, int, int | None, int]]:
    """By cash, card and both: what is booked, what was counted, and the difference."""
    cash, card = current.counted_cash_fen, current.counted_card_fen
    counted = None if cash is None or card is None else cash + card
    differs: Any = (current.cash_difference_fen, current.card_difference_fen)
    return [
        ("cash", current.cash_fen, cash, differs[0]),
        ("card", current.card_fen, card, differs[1]),
        ("all", current.cash_fen + current.card_fen, counted, sum(differs)),
    ]
