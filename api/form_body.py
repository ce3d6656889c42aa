"""Reads the fields of an HTML form strictly: each name has one value, and nothing is guessed."""

import re
from typing import Final
from urllib.parse import unquote_to_bytes

from api.problems import Problem

LIMIT: Final = 16_384
"""How many bytes a whole form may have as it is encoded: nine for a Chinese character."""

_ENCODED: Final = re.compile(rb"(?:[\x21-\x24\x26-\x7e]|%[0-9A-Fa-f]{2})*")


def read_fields(body: bytes) -> dict[str, str]:
    """Reads the fields of ``application/x-www-form-urlencoded``, and strips outer blanks.

    Raises a 400 :class:`Problem` for what is not percent-encoded UTF-8 without NUL, and for a
    name that comes twice. The caller must not choose which of two values a reader believes.
    """
    if not _ENCODED.fullmatch(body):
        raise Problem("form-encoding", 400)
    fields: dict[str, str] = {}
    for pair in filter(None, body.split(b"&")):
        name, _, value = (_text(part) for part in pair.partition(b"="))
        if name in fields:
            raise Problem("form-field-repeated", 400)
        fields[name] = value.strip()
    return fields


def _text(part: bytes) -> str:
    try:
        text = unquote_to_bytes(part.replace(b"+", b" ")).decode()
    except UnicodeDecodeError:
        raise Problem("form-encoding", 400) from None
    if "\0" in text:
        raise Problem("form-encoding", 400)
    return text
