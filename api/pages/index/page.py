"""``/``: what this is, and where to go."""

from typing import Final

from fastapi import APIRouter, Depends
from starlette.responses import Response

from api.dependencies import TheDesk
from api.pages.kit.answer import render
from api.pages.kit.page import Page
from api.pages.kit.page_route import PageRoute
from api.pages.kit.viewer import TheViewer
from api.permissions import public

router = APIRouter(route_class=PageRoute, dependencies=[Depends(public())])

PAGE: Final = Page(router=router)


@router.get("/")
async def index(desk: TheDesk, viewer: TheViewer) -> Response:
    return render(viewer, "index/index.html", desk=desk, demo=desk.demo_issuer is not None)
