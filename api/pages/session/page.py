"""Officers enter and leave: a cookie carries their token to the pages.

In a demo, which exists on a loopback address only, anyone may enter as one of a few officers.
"""

from typing import Final

from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse

from api.client_address import client_address
from api.dependencies import TheDesk
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
from domain.offices.tree import ZHENGZHOU
from domain.people import Role

_LIFETIME_S: Final = 3600
# What the browser may have kept of the pages goes too. "cookies" is not named: it would empty
# those of every other service of the office's domain.
_FORGOTTEN: Final = {"clear-site-data": '"cache", "storage"'}

_DEMO: Final = {
    "auditor": (Role.AUDITOR, None),
    "supervisor": (Role.SUPERVISOR, ZHENGZHOU),
    "clerk": (Role.CLERK, ZHENGZHOU),
}

router = APIRouter(route_class=PageRoute, dependencies=[Depends(public())])

PAGE: Final = Page(router=router, form_paths=frozenset({ENTER, LEAVE}))


@router.post(ENTER)
async def enter(request: Request, desk: TheDesk) -> RedirectResponse:
    asked = await fields(request)
    if desk.demo_issuer is None:
        raise Problem("not-found", 404)
    attempt = await desk.guesses.attempt(Drawn(SIGN_IN, client_address(request.scope)))
    if asked.get("as") not in _DEMO:
        await attempt.wrong()
        raise Problem("bad-request", 400)
    await attempt.void()
    role, office = _DEMO[asked["as"]]
    token = desk.demo_issuer.token(
        role=role, subject=f"demo-{role}", office=office, lifetime=_LIFETIME_S
    )
    noted(SIGNED_IN, role=role)
    answer = RedirectResponse("/audit", 303)
    answer.set_cookie(
        COOKIE, token, max_age=_LIFETIME_S, path="/", secure=True, httponly=True, samesite="strict"
    )
    return answer


@router.post(LEAVE)
async def leave(request: Request) -> RedirectResponse:
    await fields(request)
    if COOKIE in request.cookies:
        noted(SIGNED_OUT)
    answer = RedirectResponse("/", 303, _FORGOTTEN)
    answer.delete_cookie(COOKIE, path="/", secure=True, httponly=True, samesite="strict")
    return answer
