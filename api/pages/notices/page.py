"""``/notices``: what people were told of their cases, and whether it reached them (ADR 96)."""

from datetime import timedelta
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from api.command_outcome import carried_out
from api.command_request import request_by
from api.dependencies import TheDesk, read_connection
from api.desk import Desk
from api.identity import Identity
from api.pages.kit.answer import render
from api.pages.kit.forms import fields
from api.pages.kit.officer import PagePermission
from api.pages.kit.page import NavigationLink, Page, Side
from api.pages.kit.page_route import PageRoute
from api.pages.kit.viewer import TheViewer, Viewer
from api.pages.notices import words
from api.pages.notices.lines import lines_of
from api.pages.notices.of_case import told_of_case
from api.pages.notices.outbox import OUTBOX, outbox
from api.pages.notices.reported import reported_lines
from api.pages.notices.sample import PATH as SAMPLE
from api.pages.notices.sample import router as samples
from api.permissions import public
from api.problems import Problem
from api.resource import OFFICIALS
from domain.access import offices_of
from domain.notice_samples.texts import examples
from domain.notices.commands import RepeatNotice
from domain.notices.kinds import NoticeStage
from domain.notices.notice import NOTICE
from domain.people import Role
from domain.refusal import Refusal
from projections.caseload.queries import cases_of
from projections.notices.queries import counted_notices, latest_notices
from projections.reminders.queries import topics_of

PATH: Final = "/notices"
_SINCE: Final = timedelta(days=14)
_MOST: Final = 100
_KEPT: Final = (
    NoticeStage.UNDELIVERED,
    NoticeStage.WAITING,
    NoticeStage.HANDED_OVER,
    NoticeStage.ARRIVED,
)
"""The stages that can be asked for, the one that needs somebody first."""
_REPEAT: Final = RepeatNotice.__name__
_REPEATERS: Final = frozenset({Role.CLERK, Role.SUPERVISOR})

Officer = Annotated[Identity, Depends(PagePermission(OFFICIALS))]
Repeater = Annotated[Identity, Depends(PagePermission(_REPEATERS))]

router = APIRouter(route_class=PageRoute)
router.include_router(samples)

PAGE: Final = Page(
    router=router,
    form_paths=frozenset({SAMPLE}),
    form_folder=f"{PATH}/case/",
    link=NavigationLink(PATH, words.TITLE, Side.OFFICE),
    card="notices/card.html",
)


@router.get(PATH)
async def listed(desk: TheDesk, identity: Officer, viewer: TheViewer, stage: str = "") -> Response:
    """The latest of his offices. ``stage`` leaves those of one stage."""
    chosen = next((each for each in _KEPT if each == stage), None)
    offices, since = offices_of(identity.actor), desk.clock() - _SINCE
    async with read_connection(desk) as reading:
        counted = dict(await counted_notices(reading, offices, since))
        stages = None if chosen is None else [chosen]
        rows = await latest_notices(reading, offices, since, stages, _MOST)
        cases = await cases_of(reading, {row.case_id for row in rows if row.case_id})
        topics = await topics_of(reading, {row.reminder for row in rows if row.reminder})
        reported = await reported_lines(reading, identity.actor, viewer.language)
    return render(
        viewer,
        "notices/notices.html",
        by_stage=[(each, counted.get(each, 0)) for each in _KEPT],
        total=sum(counted.values()),
        chosen=chosen,
        lines=lines_of(rows, {each.stream: each for each in cases}, viewer.language, topics),
        reported=reported,
        most=_MOST,
        past_days=_SINCE.days,
        demo=desk.demo_issuer is not None,
    )


@router.get(OUTBOX, dependencies=[Depends(public())])
async def sent(desk: TheDesk, viewer: TheViewer) -> Response:
    """What the simulated telephones show. In earnest there is no such page."""
    if desk.demo_issuer is None:
        raise Problem("not-found", 404)
    return render(viewer, "notices/outbox.html", told=await outbox(desk, viewer.language))


@router.get(f"{PATH}/texts")
async def texts(identity: Officer, viewer: TheViewer) -> Response:
    """Every text with invented values."""
    return render(viewer, "notices/texts.html", examples=list(examples()))


@router.get(f"{PATH}/case/{{case}}")
async def of_case(case: UUID, desk: TheDesk, identity: Officer, viewer: TheViewer) -> Response:
    """What was told in one case."""
    return await _shown(desk, identity, viewer, case)


@router.post(f"{PATH}/case/{{case}}")
async def repeat(
    case: UUID, request: Request, desk: TheDesk, identity: Repeater, viewer: TheViewer
) -> Response:
    """Has one notice sent once more."""
    sent = await fields(request)
    told = await told_of_case(desk, identity, case, viewer.language)
    lines = {str(each.line.stream): each.line for each in told.lines}
    line = lines.get(sent.get("notice", ""))
    if line is None:
        raise Problem("not-found", 404)
    command, key = RepeatNotice(), f"{line.stream}:{line.times}"
    by = request_by(identity, stream=line.stream, name=_REPEAT, body=b"", key=key)
    try:
        await carried_out(desk, by.command_id, desk.door.handle(NOTICE, line.stream, command, by))
    except Refusal as refused:
        why: Problem = request.app.state.problems.of(refused)
        return await _shown(desk, identity, viewer, case, why)
    return RedirectResponse(f"{PATH}/case/{case}?done=yes", 303)


async def _shown(
    desk: Desk, identity: Identity, viewer: Viewer, case: UUID, why: Problem | None = None
) -> Response:
    told = await told_of_case(desk, identity, case, viewer.language)
    return render(
        viewer,
        "notices/of_case.html",
        why.status if why else 200,
        case=case,
        state=told.opened.state,
        told=told.lines,
        why=why.described(viewer.language) if why else None,
        done=viewer.query.get("done") == "yes",
        may_repeat=identity.actor.role in _REPEATERS,
    )
