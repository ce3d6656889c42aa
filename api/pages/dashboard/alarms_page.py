"""``/dashboard/alarms``: every figure in red, who sees to it, and the button for whoever leads."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Final, NamedTuple

import msgspec
from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from api.command_outcome import carried_out
from api.command_request import decoded, request_by
from api.dependencies import TheDesk, read_connection
from api.desk import Desk
from api.identity import Identity
from api.language import Language
from api.pages.dashboard.held_alarms import held_alarms
from api.pages.dashboard.wall.figures import WallFigures, wall_figures
from api.pages.kit import formats
from api.pages.kit.answer import render
from api.pages.kit.forms import fields, version_seen
from api.pages.kit.officer import PagePermission
from api.pages.kit.page_route import PageRoute
from api.pages.kit.period import SINCE
from api.pages.kit.places import office_text, place_text
from api.pages.kit.viewer import TheViewer, Viewer
from api.preconditions import exactly
from api.problems import Problem
from api.resource import READERS
from api.views.standing_alarms import OF_A_RATE, StandingAlarm, standing_alarms
from domain.alarms.alarm import ALARM
from domain.alarms.commands import AlarmCommand, GiveAlarmBack, TakeOnAlarm
from domain.alarms.decisions import may_take_on
from domain.alarms.figure import AlarmFigure
from domain.alarms.state import alarm_of
from domain.offices.tree import PROVINCE
from domain.people import Role
from domain.refusal import Refusal
from domain.titles import Title
from projections.engine.snapshot import snapshot
from projections.engine.standing import standing

PATH: Final = "/dashboard/alarms"
_PROVINCE: Final = Title("全省", "Province")
_CASES: Final = Title(" 件", "")

Reader = Annotated[Identity, Depends(PagePermission(READERS))]
Leader = Annotated[Identity, Depends(PagePermission(frozenset({Role.SUPERVISOR, Role.HQ})))]

router = APIRouter(route_class=PageRoute)


class AlarmLine(NamedTuple):
    """An alarm as a line of the page. ``version`` is that of its stream, which a form names.

    ``by`` and ``body`` are whoever has it, ``then`` the figure as it was when he took it on.
    """

    region: str
    figure: AlarmFigure
    place: str
    seen: int
    now: str
    heard: bool
    by: str
    body: str
    since: datetime | None
    then: str
    version: int
    takes: bool
    gives_back: bool


@router.get(PATH)
async def alarms(desk: TheDesk, identity: Reader, viewer: TheViewer, done: str = "") -> Response:
    """What nobody has taken on stands first."""
    return await _shown(desk, identity, viewer, done=done)


@router.post(PATH)
async def act(request: Request, desk: TheDesk, identity: Leader, viewer: TheViewer) -> Response:
    """Takes one on or gives it back, on the version that was seen."""
    sent = await fields(request)
    try:
        await _given(desk, identity, sent, viewer.language)
    except (Problem, Refusal) as refused:
        problem: Problem = (
            refused if isinstance(refused, Problem) else request.app.state.problems.of(refused)
        )
        if problem.status not in {403, 409, 412, 422}:
            raise
        return await _shown(desk, identity, viewer, problem=problem)
    return RedirectResponse(f"{PATH}?done={sent['act']}", 303)


async def _given(
    desk: Desk, identity: Identity, sent: Mapping[str, str], language: Language
) -> None:
    try:
        stream = alarm_of(sent.get("region", ""), AlarmFigure(sent.get("figure", "")))
    except ValueError:
        raise Problem("bad-request", 400) from None
    command = _command(sent, language)
    by = request_by(
        identity,
        stream=stream,
        name=type(command).__name__,
        body=msgspec.json.encode(command),
        expected=exactly(version_seen(sent)),
    )
    await carried_out(desk, by.command_id, desk.door.handle(ALARM, stream, command, by))


def _command(sent: Mapping[str, str], language: Language) -> AlarmCommand:
    """Raises 400 for what no form of the page asks."""
    match sent.get("act"):
        case "take":
            seen = sent.get("seen", "")
            given = {
                "region": sent.get("region"),
                "figure": sent.get("figure"),
                "seen": int(seen) if seen.isascii() and seen.isdigit() else 0,
            }
            return decoded(TakeOnAlarm, msgspec.json.encode(given), language)
        case "back":
            return GiveAlarmBack()
        case _:
            raise Problem("bad-request", 400)


async def _shown(
    desk: Desk,
    identity: Identity,
    viewer: Viewer,
    *,
    done: str = "",
    problem: Problem | None = None,
) -> Response:
    async with read_connection(desk) as reading, snapshot(reading):
        figures = await wall_figures(reading, min(SINCE, desk.today), desk.today)
        stands = await standing(reading, "throughput")
    lines = await _lines(desk, identity, figures, viewer.language)
    return render(
        viewer,
        "dashboard/alarms.html",
        problem.status if problem else 200,
        stands=stands,
        waiting=[each for each in lines if not each.heard],
        taken=[each for each in lines if each.heard],
        done=done,
        problem=problem.described(viewer.language) if problem else None,
    )


async def _lines(
    desk: Desk, identity: Identity, figures: WallFigures, language: Language
) -> list[AlarmLine]:
    """Asks the streams themselves, so whoever has just taken one on sees it at once."""
    held, versions = await held_alarms(desk, identity.actor, figures.alarms)
    late = {each.code: each.late for each in figures.tiles}
    found = standing_alarms(late, figures.returned, held, desk.today)
    return [_line(each, versions[each.region, each.figure], identity, language) for each in found]


def _line(each: StandingAlarm, version: int, identity: Identity, language: Language) -> AlarmLine:
    row, actor = each.heard or each.outgrown, identity.actor
    his_own = each.heard is not None and each.heard.officer == actor.person
    region = each.region
    return AlarmLine(
        region=region,
        figure=each.figure,
        place=_PROVINCE.text(language) if region == PROVINCE else place_text(region, language),
        seen=each.now,
        now=_told(each.figure, each.now, language),
        heard=each.heard is not None,
        by=row.officer if row else "",
        body=office_text(row.body, language) if row else "",
        since=row.since if row else None,
        then=_told(each.figure, row.seen, language) if row else "",
        version=version,
        takes=not his_own and may_take_on(region, actor.role, actor.office),
        gives_back=his_own,
    )


def _told(figure: AlarmFigure, value: int, language: Language) -> str:
    if figure is AlarmFigure.RETURNED:
        return formats.share(value / OF_A_RATE)
    return f"{formats.number(value)}{_CASES.text(language)}"
