"""The list of one's own applications: where each stands, whose turn it is, and until when."""

from typing import Annotated, Final, NamedTuple

from fastapi import APIRouter, Query
from markupsafe import Markup
from starlette.responses import Response

from api.dependencies import Arrived, TheDesk, read_connection
from api.desk import Desk
from api.pages.kit import formats
from api.pages.kit.answer import render
from api.pages.kit.viewer import TheViewer, Viewer
from api.pages.mine.applicant import HOME, OwnRoute, TheApplicant
from api.stream_cursor import cursor_after, stream_before
from domain.case.case import CASE
from domain.case.stage import FINAL, Stage
from domain.case.wording import CLOCKS
from domain.offices.tree import OFFICES
from projections.caseload.own import OwnCase, own_cases
from projections.tracking.duty import duty_of
from projections.tracking.duty_told import Duty
from projections.tracking.duty_words import DutyKind
from projections.tracking.row import by_case
from projections.tracking.tone import Tone, tone_of

_PAGE: Final = 20

router = APIRouter(route_class=OwnRoute)


class OwnLine(NamedTuple):
    """An application as a row of the kit's queue shows it."""

    address: str
    head: str
    more: list[str | Markup]
    stage: str
    tone: Tone


@router.get(HOME)
async def applications(
    desk: TheDesk,
    applicant: TheApplicant,
    viewer: TheViewer,
    arrived: Arrived,
    cursor: Annotated[str | None, Query(max_length=64)] = None,
) -> Response:
    """The newest first, twenty a page."""
    before = stream_before(cursor) if cursor else None
    async with read_connection(desk) as reading:
        found = await own_cases(reading, applicant.actor.caller, before=before, limit=_PAGE + 1)
        page = found[:_PAGE]
        rows = [(own, await by_case(reading, own.case_id)) for own in page]
    lines = [
        _line(desk, own, duty_of(row.standing, row.asked) if row else None, viewer)
        for own, row in rows
    ]
    return render(
        viewer,
        "mine/mine.html",
        waiting=[line for line in lines if line.tone is Tone.ACT],
        others=[line for line in lines if line.tone is not Tone.ACT],
        following=cursor_after(page[-1].case_id) if len(found) > _PAGE else None,
        paged=cursor is not None,
    )


def _line(desk: Desk, own: OwnCase, duty: Duty | None, viewer: Viewer) -> OwnLine:
    language, stage = viewer.language, Stage(own.stage)
    more: list[str | Markup] = [
        viewer.say("查询码 ", "Reference ") + own.reference,
        viewer.say("提交于 ", "Submitted ") + formats.moment(own.submitted_at, language),
    ]
    if duty:
        told = duty.kind is DutyKind.NOT_DRIVE
        head = viewer.say("请注意：", "Mind: ") if told else viewer.say("轮到您：", "Your turn: ")
        more.append(head + duty.kind.text(language))
    elif stage not in FINAL:
        office = OFFICES[own.office].title.text(language)
        more.append(viewer.say(f"由{office}办理", f"With {office}"))
    if own.due_on and own.due_clock:
        clock = formats.capital(CLOCKS[own.due_clock].text(language)) + viewer.say("：", ": ")
        lead = viewer.say("截止日期：", "Last day: ") if duty else clock
        more.append(lead + formats.day(own.due_on, language))
    return OwnLine(
        f"{HOME}/{own.case_id}",
        desk.catalogue[own.service].title.text(language),
        more,
        CASE.words.stages[own.stage].text(language),
        Tone.ACT if duty and tone_of(stage) is Tone.WAIT else tone_of(stage),
    )
