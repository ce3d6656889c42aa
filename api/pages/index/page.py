"""``/``: what this is, and where to go."""

from fastapi import APIRouter
from starlette.responses import Response

from api.dependencies import TheParts
from api.pages.kit.page_route import PageRoute
from api.pages.kit.rendering import page
from api.pages.kit.viewer import TheViewer

router = APIRouter(route_class=PageRoute)


@router.get("/")
async def index(parts: TheParts, viewer: TheViewer) -> Response:
    return page(viewer, "index/index.html", services=len(parts.catalogue), demo=parts.settings.demo)
