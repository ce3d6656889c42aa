"""``/problems/{code}``: the page to which the ``type`` of a problem resolves."""

from typing import Final

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from api.dependencies import TheDesk
from api.pages.kit.page import Page
from api.pages.kit.page_route import PageRoute
from api.pages.kit.rendering import render
from api.pages.kit.viewer import TheViewer
from api.permissions import public
from api.problems import Problem

router = APIRouter(route_class=PageRoute, dependencies=[Depends(public())])

PAGE: Final = Page(router=router)


@router.get("/problems/{code}")
async def problem(code: str, request: Request, desk: TheDesk, viewer: TheViewer) -> Response:
    described = request.app.state.problems.describe(code, viewer.language)
    if described is None:
        raise Problem("not-found", 404)
    return render(
        viewer,
        "kit/problem.html",
        described=described,
        code=code,
        demo=desk.demo_issuer is not None,
        enter=False,
    )
