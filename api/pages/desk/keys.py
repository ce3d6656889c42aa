"""``/desk/keys``: what each key does on the desk."""

from fastapi import APIRouter
from starlette.responses import Response

from api.pages.desk.way_in import PATH, Officer
from api.pages.kit.answer import render
from api.pages.kit.page_route import PageRoute
from api.pages.kit.viewer import TheViewer

router = APIRouter(route_class=PageRoute)


@router.get(f"{PATH}/keys")
async def keys(identity: Officer, viewer: TheViewer) -> Response:
    return render(viewer, "desk/keys.html")
