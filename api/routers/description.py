"""``/openapi.json``: the description of this API."""

import msgspec
from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from api.cached import cached
from api.permissions import public

router = APIRouter(include_in_schema=False, dependencies=[Depends(public())])


@router.get("/openapi.json")
async def description(request: Request) -> Response:
    """Its examples are of the service's own day, so it is asked for anew each time."""
    return cached(msgspec.json.encode(request.app.openapi()), seconds=0)
