"""``/static``: what the pages load beside themselves."""

import re
from typing import Final

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from api.pages.kit.assets import BY_HASHED
from api.pages.kit.page_route import PageRoute
from api.permissions import public
from api.problems import Problem

_FOR_EVER: Final = {
    "cache-control": "public, max-age=31536000, immutable",
    "vary": "accept-encoding",
}
_REFUSED: Final = re.compile(r"q\s*=\s*0(\.0{0,3})?")

router = APIRouter(route_class=PageRoute, dependencies=[Depends(public())])


@router.get("/static/{name}")
async def static(name: str, request: Request) -> Response:
    """The file, by gzip for whoever takes it. Pages are never packed: they hold what is secret
    beside what a visitor sends, and their length would tell of it.
    """
    asset = BY_HASHED.get(name)
    if asset is None:
        raise Problem("not-found", 404)
    if takes_gzip(request.headers.get("accept-encoding", "")):
        headers = {**_FOR_EVER, "content-encoding": "gzip"}
        return Response(asset.packed, media_type=asset.media_type, headers=headers)
    return Response(asset.content, media_type=asset.media_type, headers=_FOR_EVER)


def takes_gzip(accepted: str) -> bool:
    """Whether a list of RFC 9110 section 12.5.3 names gzip, and not only to refuse it."""
    for coding in accepted.lower().split(","):
        name, _, weight = coding.partition(";")
        if name.strip() == "gzip":
            return not _REFUSED.fullmatch(weight.strip())
    return False
