"""``/desk/blanks``: the books of blanks of an office and those below it, and what runs out."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Final, NamedTuple

from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from api.dependencies import TheDesk, read_connection
from api.desk import Desk
from api.identity import Identity
from api.pages.desk.blanks.entered import entered
from api.pages.desk.way_in import PATH as DESK
from api.pages.kit.answer import render
from api.pages.kit.forms import fields
from api.pages.kit.officer import PagePermission
from api.pages.kit.page_route import PageRoute
from api.pages.kit.places import office_text
from api.pages.kit.viewer import TheViewer, Viewer
from api.problems import Problem
from api.resource import READERS
from api.views.thresholds import Alarm
from domain.access import offices_of
from domain.case.roles import OFFICERS
from domain.door.refusals import NotFound
from domain.refusal import Refusal
from domain.services.blank import BlankKind
from domain.stock.reasons import SpoiltReason
from domain.titles import Title
from projections.engine.snapshot import snapshot
from projections.engine.standing import standing
from projections.stock.queries import books_of
from projections.stock.row import BookOfBlanksRow

PATH: Final = f"{DESK}/blanks"
SOON_DAYS: Final = 15
LOW_DAYS: Final = 5
_EMPTY: Final = Title("已用完", "none left")
_LOW: Final = Title("即将用完", "runs out")
_SOON: Final = Title("应当申领", "order more")
_ENOUGH: Final = Title("充足", "enough")
_UNUSED: Final = Title("近30日未用", "none used lately")

Reader = Annotated[Identity, Depends(PagePermission(READERS))]
Officer = Annotated[Identity, Depends(PagePermission(OFFICERS))]

router = APIRouter(route_class=PageRoute)


class BlankLine(NamedTuple):
    """A book in words. ``tone`` is that of its badge."""

    place: str
    kind: str
    book: BookOfBlanksRow
    lasts_days: int | None
    state: str
    tone: str


@router.get(PATH)
async def blanks(desk: TheDesk, identity: Reader, viewer: TheViewer, done: str = "") -> Response:
    """What runs out first stands first."""
    return await _shown(desk, identity, viewer, {}, done=done)


@router.post(PATH)
async def enter(request: Request, desk: TheDesk, identity: Officer, viewer: TheViewer) -> Response:
    """Enters what came in, what was counted, or what is spoilt, in the book of his own office."""
    sent = await fields(request)
    try:
        await entered(desk, identity, sent, viewer.language)
    except NotFound:
        return await _shown(desk, identity, viewer, sent, status=404)
    except (Problem, Refusal) as refused:
        problem: Problem = (
            refused if isinstance(refused, Problem) else request.app.state.problems.of(refused)
        )
        if problem.status not in {409, 422}:
            raise
        return await _shown(desk, identity, viewer, sent, problem=problem)
    return RedirectResponse(f"{PATH}?done={sent['act']}", 303)


async def _shown(
    desk: Desk,
    identity: Identity,
    viewer: Viewer,
    sent: Mapping[str, str],
    *,
    done: str = "",
    problem: Problem | None = None,
    status: int = 200,
) -> Response:
    """With a status of 404 it says that no book of the kind is kept yet."""
    language, actor = viewer.language, identity.actor
    async with read_connection(desk) as reading, snapshot(reading):
        books = await books_of(reading, offices_of(actor))
        stands = await standing(reading, "stock")
    lines = [_line(each, desk.today, viewer) for each in books]
    return render(
        viewer,
        "desk/blanks.html",
        problem.status if problem else status,
        lines=sorted(lines, key=lambda each: (_URGENT[each.tone], each.lasts_days or 0)),
        low=sum(each.tone == Alarm.BAD for each in lines),
        soon=sum(each.tone == Alarm.ACT for each in lines),
        out=sum(each.out_of_balance for each in books),
        stands=stands,
        enters=actor.role in OFFICERS and actor.office is not None,
        office=office_text(actor.office or "41", language),
        kinds=[(each.value, each.text(language)) for each in BlankKind],
        reasons=[(each.value, each.text(language)) for each in SpoiltReason],
        sent=sent,
        done=done,
        unkept=status == 404,
        problem=problem.described(language) if problem else None,
    )


_URGENT: Final = {Alarm.BAD: 0, Alarm.ACT: 1, "good": 2, "wait": 3}


def _line(book: BookOfBlanksRow, today: date, viewer: Viewer) -> BlankLine:
    lasts = book.lasts_days(today)
    state, tone = _state(book, lasts)
    return BlankLine(
        place=office_text(book.office, viewer.language),
        kind=BlankKind(book.kind).text(viewer.language),
        book=book,
        lasts_days=lasts,
        state=state.text(viewer.language),
        tone=tone,
    )


def _state(book: BookOfBlanksRow, lasts_days: int | None) -> tuple[Title, str]:
    """The badge of a book, by how long its store lasts at the pace of the last 30 days."""
    if book.store <= 0:
        return _EMPTY, Alarm.BAD
    if lasts_days is None:
        return _UNUSED, "wait"
    if lasts_days <= LOW_DAYS:
        return _LOW, Alarm.BAD
    return (_SOON, Alarm.ACT) if lasts_days <= SOON_DAYS else (_ENOUGH, "good")
