"""``/verify``: whether a paper is genuine, until when it is good, and whether it was revoked.

The code stands in the address, because a QR code leads there. It tells nothing of anybody.
"""

import math
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Path, Query, Request
from starlette.responses import RedirectResponse, Response

from api.client_address import client_address
from api.dependencies import TheDesk
from api.instruments.verification import verified
from api.pages.kit.answer import render
from api.pages.kit.page import NavigationLink, Page
from api.pages.kit.page_route import PageRoute
from api.pages.kit.viewer import TheViewer
from api.permissions import public
from api.problems import Problem
from domain.titles import Title

PATH: Final = "/verify"
_TOO_MANY: Final = 429

router = APIRouter(route_class=PageRoute, dependencies=[Depends(public())])

PAGE: Final = Page(
    router=router,
    link=NavigationLink(PATH, Title("文书核验", "Verify a paper")),
    card="verify/card.html",
)

Code = Annotated[str, Path(max_length=80)]


@router.get(PATH)
async def ask(
    viewer: TheViewer, code: Annotated[str | None, Query(max_length=80)] = None
) -> Response:
    """The form, and the way from it to the address of the code."""
    if code and code.strip():
        typed = "".join(each for each in code if each.isascii() and (each.isalnum() or each == "-"))
        return RedirectResponse(f"{PATH}/{typed or '-'}", 303)
    return render(viewer, "verify/ask.html", wrong=None, wait=None)


@router.get(f"{PATH}/{{code}}")
async def show(code: Code, request: Request, desk: TheDesk, viewer: TheViewer) -> Response:
    """What the code names. Whoever tries out codes is soon told to come later."""
    try:
        told, headers = await verified(desk, client_address(request.scope), code, viewer.language)
    except Problem as refused:
        if refused.status != _TOO_MANY:
            raise
        wait_s = refused.members.get("retry_after")
        wait = math.ceil(wait_s / 60) if isinstance(wait_s, int) else 1
        return render(
            viewer, "verify/ask.html", refused.status, refused.headers, wrong=None, wait=wait
        )
    if told is None:
        return render(viewer, "verify/ask.html", 404, headers, wrong=True, wait=None)
    return render(viewer, "verify/verified.html", told=told, now=desk.clock())
