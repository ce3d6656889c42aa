"""The queues of an officer's offices, the cases of one, and what a search has found."""

from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Query, Request
from starlette.responses import RedirectResponse, Response

from api.dependencies import TheDesk, read_connection
from api.desk import Desk
from api.handed_out import REVIEW, next_case
from api.identity import Identity
from api.pages.desk.bulk.acts import offered
from api.pages.desk.queue_lines import NAMES, lengths
from api.pages.desk.queue_rows import queue_rows
from api.pages.desk.search import NoSuchNumber, ending_of, found
from api.pages.desk.way_in import MOVERS, PATH, Officer
from api.pages.kit.answer import render
from api.pages.kit.forms import fields
from api.pages.kit.page_route import PageRoute
from api.pages.kit.places import office_text
from api.pages.kit.viewer import TheViewer, Viewer
from api.problems import Problem
from api.queues import QUEUES, cursor_of, place_of
from domain.access import offices_of
from domain.case.roles import OFFICERS
from domain.case.stage import UNDECIDED
from projections.caseload.queries import Entry, QueuePlace, counted, queue

_DISPATCH: Final = "dispatch"
_PAGE: Final = 25
_ASKED: Final = ("act", "number")
"""The fields of a search, which is asked again in another language."""

router = APIRouter(route_class=PageRoute)


@router.get(PATH)
async def overview(
    desk: TheDesk,
    identity: Officer,
    viewer: TheViewer,
    queue: str = REVIEW,
    cursor: str | None = None,
    nothing: bool = False,
    ticked: bool = False,
    officer: Annotated[str | None, Query(max_length=321)] = None,
    mine: bool = False,
) -> Response:
    """The queues of his offices, and the cases of one. ``nothing`` says that none was free.

    ``officer`` keeps those that he reviews, and ``mine`` those for which the caller answers.

    ``ticked`` ticks every case of the page, for whoever has no script to do it.
    """
    return await _overview(
        desk,
        identity,
        viewer,
        queue,
        cursor,
        nothing=nothing,
        ticked=ticked,
        officer=officer,
        mine=mine,
    )


@router.post(PATH)
async def begin(request: Request, desk: TheDesk, identity: Officer, viewer: TheViewer) -> Response:
    """Leads to the next case of a queue, or to what has a number."""
    sent = await fields(request)
    match sent.get("act"):
        case "next":
            name = sent.get("queue", REVIEW)
            if name not in QUEUES:
                raise Problem("not-found", 404)
            given = await next_case(desk, identity, name)
            where = f"/case/{given}" if given else f"?queue={name}&nothing=1"
            return RedirectResponse(f"{PATH}{where}", 303)
        case "find":
            return await _found(
                desk, identity, viewer, {name: sent.get(name, "") for name in _ASKED}
            )
        case _:
            raise Problem("bad-request", 400)


async def _overview(
    desk: Desk,
    identity: Identity,
    viewer: Viewer,
    name: str,
    cursor: str | None = None,
    *,
    nothing: bool = False,
    ticked: bool = False,
    officer: str | None = None,
    mine: bool = False,
    searched: list[Entry] | None = None,
    wrong: str | None = None,
    sent: dict[str, str] | None = None,
) -> Response:
    named = QUEUES.get(name)
    if named is None:
        raise Problem("not-found", 404)
    offices = offices_of(identity.actor)
    async with read_connection(desk) as reading:
        counts = await counted(reading, offices, desk.today)
        entries = searched
        if entries is None:
            entries = await queue(
                reading,
                offices,
                stages=named.stages,
                green=named.green,
                late_on=desk.today if named.late else None,
                free=named.free,
                warned=named.warned,
                at_work=named.at_work,
                reviewer=officer,
                handler=identity.actor.person if mine else None,
                after=place_of(cursor) if cursor else None,
                limit=_PAGE + 1,
            )
    page, more = (entries, False) if searched is not None else (entries[:_PAGE], entries[_PAGE:])
    last = page[-1] if page and more else None
    return render(
        viewer,
        "desk/desk.html",
        422 if wrong else 200,
        resend=sent,
        number_sent=(sent or {}).get("number", ""),
        who=identity.actor.role.text(viewer.language),
        office=_office(identity, viewer),
        queues=lengths(counts, "" if searched is not None else name, viewer.language),
        queue=name,
        title=NAMES[name].text(viewer.language),
        rows=await queue_rows(desk, identity, page, viewer.language),
        following=cursor_of(QueuePlace(last.green, last.due_on, last.case_id)) if last else None,
        paged=cursor is not None,
        is_search=searched is not None,
        acts=offered(identity, named.stages) if searched is None else [],
        is_ticked=ticked,
        officer=officer,
        is_mine=mine,
        by_handler=bool(named.stages and UNDECIDED.intersection(named.stages)),
        may_move=identity.actor.role in MOVERS,
        hands_over=name == _DISPATCH and identity.actor.role in OFFICERS,
        nothing=nothing,
        wrong=wrong,
    )


def _office(identity: Identity, viewer: Viewer) -> str | None:
    office = identity.actor.office
    return office_text(office, viewer.language) if office else None


async def _found(desk: Desk, identity: Identity, viewer: Viewer, sent: dict[str, str]) -> Response:
    try:
        result = await found(desk, identity, sent["number"])
    except NoSuchNumber:
        wrong = viewer.say(
            "请输入查询码、身份证明号码、号牌号码、车辆识别代号或者驾驶证号。",
            "Type a reference, an ID number, a plate, a VIN or a licence number.",
        )
        return await _overview(desk, identity, viewer, REVIEW, searched=[], wrong=wrong, sent=sent)
    # Whoever stands before the screen reads no number that the officer has typed of another.
    kept = sent if ending_of(sent["number"]) else None
    if isinstance(result, UUID):
        return RedirectResponse(f"{PATH}/case/{result}", 303)
    return await _overview(desk, identity, viewer, REVIEW, searched=result, sent=kept)
