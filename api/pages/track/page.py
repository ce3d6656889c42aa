"""``/track``: tells an applicant where his application is.

The two things that it asks for travel in the body, so no address shows them.
"""

import math
from collections.abc import Mapping
from typing import Final

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from api.client_address import client_address
from api.dependencies import Arrived, TheDesk, read_connection
from api.desk import Desk
from api.pages.kit.answer import render
from api.pages.kit.forms import fields
from api.pages.kit.page import NavigationLink, Page
from api.pages.kit.page_route import PageRoute
from api.pages.kit.person_rows import person_rows
from api.pages.kit.qr_code import qr_code
from api.pages.kit.sealed_parts import SEALED_PARTS
from api.pages.kit.six_steps import six_steps
from api.pages.kit.turn import turn_of
from api.pages.kit.viewer import TheViewer, Viewer
from api.pages.kit.way import way_of
from api.pages.track import questions
from api.pages.track.misfilled import NOT_FOUND, misfilled
from api.permissions import public
from api.problems import Problem
from api.tracking_attempt import found
from api.views.spent_days import stretches
from api.views.tracking import TrackingView, shown
from domain.calendar import local_day
from domain.identifiers import last_four
from domain.identifiers.invalid import InvalidIdentifier
from domain.offices.tree import CONTACTS, OFFICES
from domain.refusal import Refusal
from domain.titles import Title
from projections.accesses.row import accessed
from projections.tracking.row import Tracked

PATH: Final = "/track"
_ASKED: Final = ("reference", "last_four")
_RECEIPT: Final = "receipt"
_ASK_AGAIN: Final = frozenset({404, 429})

router = APIRouter(route_class=PageRoute, dependencies=[Depends(public())])

PAGE: Final = Page(
    router=router,
    form_paths=frozenset({PATH}),
    link=NavigationLink(PATH, Title("进度查询", "Track")),
    panel="track/panel.html",
)


@router.get(PATH)
async def ask(viewer: TheViewer) -> Response:
    return render(viewer, "track/track.html", errors={}, wait=None)


@router.post(PATH)
async def show(request: Request, desk: TheDesk, arrived: Arrived, viewer: TheViewer) -> Response:
    """Shows the application. An unknown reference and a wrong ID number give the same page."""
    filled = await fields(request)
    sent = {name: filled.get(name, "") for name in _ASKED}
    reference = sent["reference"]
    try:
        end = last_four.parse(sent["last_four"])
    except InvalidIdentifier:
        end = ""
    if wrong := misfilled(reference, end):
        return _asked_again(viewer, sent, wrong, 422)
    try:
        at = await found(desk, client_address(request.scope), reference, end)
    except Problem as refused:
        if refused.status not in _ASK_AGAIN:
            raise
        return _refused(viewer, sent, refused)
    just, why = None, None
    if questions.acts(filled):
        try:
            just = await questions.said(desk, at.row, filled, viewer.language)
        except (Problem, Refusal) as refused:
            why = (
                refused if isinstance(refused, Problem) else request.app.state.problems.of(refused)
            )
            if why.status == 400:
                raise why from None
    told = await shown(desk, at.row, viewer.language, unreadable=at.unreadable)
    if filled.get("show") == _RECEIPT:
        return _receipt(viewer, desk, told, at.row, sent)
    async with read_connection(desk) as reading:
        looked = await accessed(reading, at.row.stream)
        times = await desk.usual_times.refresh(reading, desk.today)
        waits = await desk.centre_waits.refresh(reading, desk.today)
    return render(
        viewer,
        "track/tracked.html",
        why.status if why else 200,
        told={**told, "timeline": way_of(told, viewer.language)},
        spent=stretches(told["spent"]) if told["spent"] else [],
        people=person_rows(told["parts"], viewer.language),
        unopened=[SEALED_PARTS[name].text(viewer.language) for name in told["unopened"]],
        case=at.row.stream,
        steps=six_steps(at.row.standing, desk.catalogue[at.row.service], viewer.language),
        turn=turn_of(
            at.row.standing.stage,
            OFFICES[at.row.office].title,
            at.row.holds,
            his=told["duty"] is not None,
        ),
        holds=[each.text(viewer.language) for each in sorted(at.row.holds)],
        contact=CONTACTS[at.row.office],
        accepted_on=at.row.standing.accepted_on,
        usual=times.near(at.row.service, at.row.office),
        waits=waits.told(at.row.office, at.row.standing.stage),
        looked=looked,
        looked_on=local_day(looked.last_at) if looked else None,
        asked=await questions.questions(desk, at.row, just, viewer.language),
        form=questions.form(viewer.language),
        filled={} if just else filled,
        just=just,
        why=why.described(viewer.language) if why else None,
        headers={**at.fields, **(why.headers or {})} if why else at.fields,
        resend=sent,
    )


def _receipt(
    viewer: Viewer, desk: Desk, told: TrackingView, row: Tracked, sent: dict[str, str]
) -> Response:
    """The receipt to print, for whoever knows what it takes to see the application."""
    return render(
        viewer,
        "kit/receipt.html",
        crumbs=[(PATH, viewer.say("进度查询", "Track an application"))],
        told=told,
        people=person_rows(told["parts"], viewer.language),
        accepted_on=row.standing.accepted_on,
        contact=CONTACTS[row.office],
        qr=qr_code(told["reference"]),
        today=desk.today,
        resend={**sent, "show": _RECEIPT},
    )


def _refused(viewer: Viewer, sent: dict[str, str], refused: Problem) -> Response:
    """Nothing was found, or there were too many attempts for now."""
    wait_s = refused.members.get("retry_after")
    if isinstance(wait_s, int):
        return _asked_again(viewer, sent, {}, refused.status, refused.headers, wait_s)
    return _asked_again(viewer, sent, NOT_FOUND, refused.status, refused.headers)


def _asked_again(
    viewer: Viewer,
    sent: dict[str, str],
    wrong: Mapping[str, Title],
    status: int,
    headers: dict[str, str] | None = None,
    wait_s: int = 0,
) -> Response:
    """The form once more, with what was filled in and what is wrong with it."""
    return render(
        viewer,
        "track/track.html",
        status,
        headers,
        resend=sent,
        sent=sent,
        errors={name: title.text(viewer.language) for name, title in wrong.items()},
        wait=math.ceil(wait_s / 60),
    )
