"""``/openapi.json``: the description of this API."""

import msgspec
from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from api.cached import cached
from api.permissions import public

router = APIRouter(include_in_schema=False, dependencies=[Depends(public())])


@router.get("/openapi.json")
async def description(request: Request) -> Response:
    """Its examples are of the service's own day, so caches ask for it anew each time.

    All who ask on one day share the same bytes, however slowly they take them.
    """
    document, state = request.app.openapi(), request.app.state
    made: tuple[object, bytes] | None = getattr(state, "encoded", None)
    if made is None or made[0] is not document:
        state.encoded = made = (document, msgspec.json.encode(document))
    return cached(made[1], seconds=0)
