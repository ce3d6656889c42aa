"""The files of the pages, from memory, under names that change with their content."""

from collections.abc import Mapping
from hashlib import sha256
from importlib.resources import files
from typing import Final

from fastapi import APIRouter
from starlette.responses import Response

from api.pages.as_page import PageRoute
from api.problems import Problem

_TYPES: Final = {"css": "text/css; charset=utf-8", "svg": "image/svg+xml"}
_FOR_EVER: Final = {"cache-control": "public, max-age=31536000, immutable"}


def _read() -> Mapping[str, tuple[str, bytes]]:
    """By plain name: the name with the hash in it, and the content."""
    found = {}
    for file in (files("api.pages") / "static").iterdir():
        stem, _, kind = file.name.rpartition(".")
        if kind in _TYPES:
            content = file.read_bytes()
            found[file.name] = (f"{stem}.{sha256(content).hexdigest()[:16]}.{kind}", content)
    return found


_FILES: Final = _read()
_BY_HASHED: Final = dict(_FILES.values())

router = APIRouter(route_class=PageRoute)


def address(name: str) -> str:
    """Where a file is served; raises ``KeyError`` for a file that is not there."""
    return f"/static/{_FILES[name][0]}"


@router.get("/static/{name}")
async def static(name: str) -> Response:
    content = _BY_HASHED.get(name)
    if content is None:
        raise Problem("not-found", 404)
    return Response(content, media_type=_TYPES[name.rpartition(".")[2]], headers=_FOR_EVER)
