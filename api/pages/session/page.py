"""Officers and applicants enter and leave: a cookie carries their token to the pages.

In a demo, which exists on a loopback address only, anyone may enter as one of a few people.
"""

import re
from typing import Final

from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse

from api.client_address import client_address
from api.demo_issuer import DemoIssuer
from api.dependencies import TheDesk
from api.desk import Desk
from api.pages.kit.forms import fields
from api.pages.kit.officer import COOKIE, ENTER, LEAVE
from api.pages.kit.page import Page
from api.pages.kit.page_route import PageRoute
from api.permissions import public
from api.problems import Problem
from api.rates.buckets import SIGN_IN
from api.rates.guesses import Drawn
from api.security.events import SIGNED_IN, SIGNED_OUT
from api.security.log import noted
from domain.offices.tree import ZHENGZHOU, detachment_of
from domain.people import Role
from domain.services.blocks.examples import ID_NO
from domain.services.choices import Channel, UserKind
from domain.vault import Purpose

_LIFETIME_S: Final = 3600
# What the browser may have kept of the pages goes too. "cookies" is not named: it would empty
# those of every other service of the office's domain.
_FORGOTTEN: Final = {"clear-site-data": '"cache", "storage"'}

_DEMO: Final = {
    "auditor": (Role.AUDITOR, None),
    "hq": (Role.HQ, None),
    "supervisor": (Role.SUPERVISOR, ZHENGZHOU),
    "detachment": (Role.SUPERVISOR, detachment_of(ZHENGZHOU)),
    "clerk": (Role.CLERK, ZHENGZHOU),
}

_BEGINS_AT: Final = {
    "detachment": "/prefecture",
    "supervisor": "/desk",
    "clerk": "/desk",
    "hq": "/dashboard",
}
"""The page on which an officer begins, where it is not the audit."""
_CITIZENS: Final = {
    "citizen": UserKind.REAL_NAME,
    "organisation": UserKind.UNIT,
    "registered": UserKind.WEB_REGISTERED,
}
"""Who applies in a demonstration, and what the platform knows of him."""
_NEXT: Final = re.compile(
    r"/apply(/[a-z_]{1,40}(/[a-z]{1,20}(\?[A-Za-z0-9_.=&-]{1,160})?)?)?"
    r"|/mine(/[0-9a-f-]{36}(/[a-z]{1,20})?)?"
)
"""Where an applicant may be led after his sign-in."""

router = APIRouter(route_class=PageRoute, dependencies=[Depends(public())])

PAGE: Final = Page(router=router, form_paths=frozenset({ENTER, LEAVE}))


@router.post(ENTER)
async def enter(request: Request, desk: TheDesk) -> RedirectResponse:
    asked = await fields(request)
    if desk.demo_issuer is None:
        raise Problem("not-found", 404)
    attempt = await desk.guesses.attempt(Drawn(SIGN_IN, client_address(request.scope)))
    who = asked.get("as", "")
    if who not in _DEMO and who not in _CITIZENS:
        await attempt.wrong()
        raise Problem("bad-request", 400)
    await attempt.void()
    if who in _CITIZENS:
        token, role = _citizen(desk, desk.demo_issuer, who), Role.APPLICANT
        where = asked.get("next", "")
        answer = RedirectResponse(where if _NEXT.fullmatch(where) else "/apply", 303)
    else:
        role, office = _DEMO[who]
        token = desk.demo_issuer.token(
            role=role, subject=f"demo-{who}", office=office, lifetime=_LIFETIME_S
        )
        answer = RedirectResponse(_BEGINS_AT.get(who, "/audit"), 303)
    noted(SIGNED_IN, role=role)
    answer.set_cookie(
        COOKIE, token, max_age=_LIFETIME_S, path="/", secure=True, httponly=True, samesite="strict"
    )
    return answer


def _citizen(desk: Desk, issuer: DemoIssuer, who: str) -> str:
    """The token of somebody who applies online. A person has the ID number of the examples."""
    person = who == "citizen"
    return issuer.token(
        role=Role.APPLICANT,
        subject=f"demo-{who}",
        lifetime=_LIFETIME_S,
        id_index=desk.index.of(Purpose.ID_NO, ID_NO) if person else None,
        channel=Channel.ONLINE_WEB,
        user_kind=_CITIZENS[who],
    )


@router.post(LEAVE)
async def leave(request: Request) -> RedirectResponse:
    await fields(request)
    if COOKIE in request.cookies:
        noted(SIGNED_OUT)
    answer = RedirectResponse("/", 303, _FORGOTTEN)
    answer.delete_cookie(COOKIE, path="/", secure=True, httponly=True, samesite="strict")
    return answer
