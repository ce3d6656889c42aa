"""What open pages listen to, and what they fetch when they are told."""

from typing import Final
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from api.client_address import client_address
from api.dependencies import TheDesk
from api.live.event_stream import EventStream
from api.pages.kit.static_files import takes_gzip
from api.pages.kit.viewer import TheViewer
from api.permissions import public
from api.problems import Problem

PATH: Final = "/live"
_SHOWN: Final = "/dashboard"
ASKED: Final = ("period", "from", "to", "region", "service", "sort", "detail", "screen")
"""What changes the parts of the dashboard. Anything else would have them made once more for
nothing.
"""

router = APIRouter(prefix=PATH, include_in_schema=False, dependencies=[Depends(public())])


@router.get("")
async def stream(request: Request, desk: TheDesk, case: UUID | None = None) -> Response:
    """Events that carry a position and nothing else.

    Without ``case`` it is the position to which the read models have come. With one it is the
    version of that case, which tells whoever knows its identifier that something has happened.
    """
    return EventStream(desk.live, client_address(request.scope), case)


@router.get(_SHOWN)
async def parts(request: Request, desk: TheDesk, viewer: TheViewer) -> Response:
    """The parts of the dashboard that move, as they are for everybody."""
    asked: dict[str, str] = {n: viewer.query[n] for n in ASKED if n in viewer.query}
    query = {**asked, "lang": viewer.language, "size": "large" if viewer.large else "normal"}
    serial = desk.live.serial
    made = await desk.live_parts.of(request.app, request.scope, _SHOWN, query, serial)
    if made.status != 200:
        raise Problem("unavailable", 503, headers={"retry-after": "2"})
    desk.live.slow_down(made.took_s)
    headers = {"cache-control": "no-cache", "vary": "accept-encoding, accept-language, cookie"}
    if takes_gzip(request.headers.get("accept-encoding", "")):
        headers |= {"etag": f'"{made.etag}-gzip"', "content-encoding": "gzip"}
        return Response(made.packed, headers=headers, media_type="text/html")
    headers["etag"] = f'"{made.etag}"'
    return Response(made.content, headers=headers, media_type="text/html")
