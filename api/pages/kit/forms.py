"""Reads the fields that a person sent from one of our pages."""

from collections.abc import Mapping
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from starlette.requests import Request

from api.form_body import read_fields
from api.problems import Problem

_PORTS: Final[Mapping[str, int]] = {"http": 80, "https": 443}


async def fields(request: Request) -> dict[str, str]:
    """Reads what was filled in. Raises 403 as :func:`check_origin` does."""
    check_origin(request)
    return read_fields(await request.body())


def whole_number(text: str) -> int | None:
    """The number that a field has. None for another text, and for more digits than one needs."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def fen_of(text: str) -> int | str:
    """An amount in yuan, as fen. Another text goes on as it is, and is refused by its rule."""
    before, _, fen = text.partition(".")
    yuan = whole_number(before)
    if yuan is None or len(fen) > 2 or (fen and not (fen.isascii() and fen.isdecimal())):
        return text
    return yuan * 100 + int(fen.ljust(2, "0"))


def version_seen(sent: Mapping[str, str]) -> int:
    """The version that the page showed. Raises 400 for a form that names none."""
    version = whole_number(sent.get("version", ""))
    if version is None:
        raise Problem("bad-request", 400)
    return version


def check_origin(request: Request) -> None:
    """Raises 403 for a form that stands on another site, or does not say where it stands.

    With ``SameSite`` cookies this keeps others from acting in a visitor's name.
    """
    ours = origin(f"{request.url.scheme}://{request.headers.get('host', '')}")
    if ours is None or origin(request.headers.get("origin", "")) != ours:
        raise Problem("form-origin", 403)


class Origin(NamedTuple):
    """Two pages are of one site if all three are the same (RFC 6454 section 4)."""

    scheme: str
    host: str
    port: int


def origin(text: str) -> Origin | None:
    """Reads ``https://host:port``, whose port may be that of its scheme. None for another text."""
    try:
        parts = urlsplit(text)
        port = parts.port or _PORTS[parts.scheme]
    except (KeyError, ValueError):
        return None
    if not parts.hostname or "@" in parts.netloc or parts.path or parts.query or parts.fragment:
        return None
    return Origin(parts.scheme, parts.hostname, port)
