"""``/static``: what the pages load beside themselves."""

from typing import Final

from fastapi import APIRouter, Depends
from starlette.responses import Response

from api.pages.kit.assets import BY_HASHED
from api.pages.kit.page_route import PageRoute
from api.permissions import public
from api.problems import Problem

_FOR_EVER: Final = {"cache-control": "public, max-age=31536000, immutable"}

router = APIRouter(route_class=PageRoute, dependencies=[Depends(public())])


@router.get("/static/{name}")
async def static(name: str) -> Response:
    asset = BY_HASHED.get(name)
    if asset is None:
        raise Problem("not-found", 404)
    return Response(asset.content, media_type=asset.media_type, headers=_FOR_EVER)
