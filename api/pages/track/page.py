"""``/track``: tells an applicant where his application is.

The two things that it asks for travel in the body, so no address shows them.
"""

import math
from typing import Final

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from api.client_address import client_address
from api.dependencies import Arrived, TheDesk, read_connection
from api.language import Language
from api.pages.kit.answer import render
from api.pages.kit.forms import fields
from api.pages.kit.page import NavigationLink, Page
from api.pages.kit.page_route import PageRoute
from api.pages.kit.places import place_text
from api.pages.kit.sealed_parts import SEALED_PARTS
from api.pages.kit.viewer import TheViewer, Viewer
from api.pages.track.person_rows import person_rows
from api.permissions import public
from api.problems import Problem
from api.tracking_attempt import found
from api.views.tracking import shown
from domain.calendar import local_day
from domain.case.case import CASE
from domain.identifiers import last_four
from domain.identifiers.invalid import InvalidIdentifier
from domain.titles import Title
from projections.accesses.row import accessed
from projections.tracking.timeline import UNTIL

PATH: Final = "/track"
_LONGEST: Final = 64
_ASK_AGAIN: Final = frozenset({404, 429})
_FIELDS: Final = {row.event.__name__: row.event.__struct_fields__ for row in CASE.effects}

router = APIRouter(route_class=PageRoute, dependencies=[Depends(public())])

PAGE: Final = Page(
    router=router,
    form_paths=frozenset({PATH}),
    link=NavigationLink(PATH, Title("进度查询", "Track")),
    panel="track/panel.html",
)


@router.get(PATH)
async def ask(viewer: TheViewer) -> Response:
    return render(viewer, "track/track.html", wrong=None)


@router.post(PATH)
async def show(request: Request, desk: TheDesk, arrived: Arrived, viewer: TheViewer) -> Response:
    """Shows the application. An unknown reference and a wrong ID number give the same page."""
    asked = await fields(request)
    reference = asked.get("reference", "")
    try:
        end = last_four.parse(asked.get("last_four", ""))
    except InvalidIdentifier:
        end = ""
    if not (end and 0 < len(reference) <= _LONGEST):
        return render(viewer, "track/track.html", 422, wrong="shape")
    try:
        at = await found(desk, client_address(request.scope), reference, end)
    except Problem as refused:
        if refused.status not in _ASK_AGAIN:
            raise
        return _asked_again(viewer, refused)
    told = await shown(desk, at.row, viewer.language, unreadable=at.unreadable)
    async with read_connection(desk) as reading:
        looked = await accessed(reading, at.row.stream)
    timeline = [
        {
            **step,
            "place_title": place_text(step["place"], viewer.language) if step["place"] else None,
            "until_title": _until_title(step["event"], viewer.language),
        }
        for step in told["timeline"]
    ]
    return render(
        viewer,
        "track/tracked.html",
        told={**told, "timeline": timeline},
        people=person_rows(told["parts"], viewer.language),
        unopened=[SEALED_PARTS[name].text(viewer.language) for name in told["unopened"]],
        looked=looked,
        looked_on=local_day(looked.last_at) if looked else None,
        headers=at.fields,
    )


def _asked_again(viewer: Viewer, refused: Problem) -> Response:
    """The form once more: nothing was found, or there were too many attempts for now."""
    wait_s = refused.members.get("retry_after")
    return render(
        viewer,
        "track/track.html",
        refused.status,
        refused.headers,
        wrong="often" if wait_s else "unknown",
        minutes=math.ceil(wait_s / 60) if isinstance(wait_s, int) else 0,
    )


def _until_title(event: str, language: Language) -> str:
    """What the day beside a step means, by the first of the event's fields that gives it."""
    fields = _FIELDS[event]
    return next((CASE.words.fields[name].text(language) for name in UNTIL if name in fields), "")
