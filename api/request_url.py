"""Asks whether we can read an address, before anything looks at it.

Servers decode a path leniently: bytes that are not UTF-8 become U+FFFD, and ``%00`` becomes a
character that PostgreSQL refuses. Here both are the caller's mistake.
"""

import re
from typing import Final
from urllib.parse import unquote_to_bytes

from starlette.types import Scope

from api.problems import Problem

MAX_PART: Final = 2_048

_BROKEN_ESCAPE: Final = re.compile(rb"%(?![0-9A-Fa-f]{2})")


def check_url(scope: Scope) -> None:
    """Raises a 4xx :class:`Problem` unless path and query are short, decodable and without NUL.

    No parameter may come twice.
    """
    path = scope.get("raw_path") or scope["path"].encode("utf-8", "surrogatepass")
    query: bytes = scope["query_string"]
    if len(path) > MAX_PART or len(query) > MAX_PART:
        raise Problem("url-too-long", 414)
    if not (_is_plain(path) and _is_plain(query)):
        _check_encoding(path)
        _check_encoding(query)
    if b"&" in query:
        _check_names(query)


def _check_names(query: bytes) -> None:
    """Raises 400 for a name that comes twice: readers differ in which of two values they take."""
    names = [
        unquote_to_bytes(each.partition(b"=")[0].replace(b"+", b" "))
        for each in query.split(b"&")
        if each
    ]
    if len(set(names)) < len(names):
        raise Problem("parameter-repeated", 400)


def _is_plain(part: bytes) -> bool:
    return part.isascii() and b"%" not in part and b"\0" not in part


def _check_encoding(part: bytes) -> None:
    if _BROKEN_ESCAPE.search(part):
        raise Problem("url-invalid", 400)
    try:
        text = unquote_to_bytes(part).decode()
    except UnicodeDecodeError:
        raise Problem("url-invalid", 400) from None
    if "\0" in text:
        raise Problem("url-invalid", 400)
