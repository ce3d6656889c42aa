"""Asks of every request whether its body is the JSON we read. A good body is cleared at C speed.

The number of brackets bounds the depth, and the number of colons bounds the members. A long run
of digits is too long a number only where a value may stand. An escape, which few bodies have,
is worth a regular expression. msgspec then checks UTF-8 and syntax, and refuses what no float
can hold.

msgspec keeps the last of two members of one name. So the document is written again, and its
colons are counted again: strings keep theirs, and a member that was dropped took its own along.
Only an escaped colon could hide that, and it is one of the escapes that are looked for.

What is not cleared goes to :mod:`api.json_inspection`, which decides.
"""

import re
from typing import Final

import msgspec

from api.json_inspection import (
    MAX_DEPTH,
    MAX_DIGITS,
    MAX_KEYS,
    MAX_STRING,
    BodyRefused,
    inspect,
)

__all__ = ["BodyRefused", "check_json"]

_DOUBTFUL_ESCAPE: Final = re.compile(rb"\\u(?:0000|003[aA]|[dD][89a-fA-F])")
_DIGITS: Final = bytes(48 if byte in b"0123456789.eE+-" else 32 for byte in range(256))
_MANY_DIGITS: Final = b"0" * (MAX_DIGITS + 1)

_DECODER: Final = msgspec.json.Decoder()
_ENCODER: Final = msgspec.json.Encoder()


def check_json(body: bytes) -> None:
    """Raises :class:`BodyRefused` unless ``body`` is one JSON object within the limits.

    It must be UTF-8 without a byte order mark, of at most 20 levels, 2,000 members and 5,000
    values. A string has at most 8,192 bytes, a number at most 20 digits. There is no NaN, no
    infinity, no name twice in an object, no U+0000 and no lone surrogate. So every parser
    reads the same document from it, and PostgreSQL can store each of its strings.
    """
    if not _is_clear(body):
        inspect(body)


def _is_clear(body: bytes) -> bool:
    """Whether ``body`` is within every limit. ``False`` only means that it is not obvious."""
    colons = body.count(b":")
    if (
        len(body) > MAX_STRING
        or colons > MAX_KEYS
        or body.count(b"{") + body.count(b"[") > MAX_DEPTH
        or _has_long_number(body)
        or (b"\\u" in body and _DOUBTFUL_ESCAPE.search(body))
    ):
        return False
    try:
        document = _DECODER.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
    return isinstance(document, dict) and _ENCODER.encode(document).count(b":") == colons


def _has_long_number(body: bytes) -> bool:
    """Whether more digits than a number may have follow a colon, a comma or a bracket."""
    marked = body.translate(_DIGITS)
    start = marked.find(_MANY_DIGITS)
    while start >= 0:
        if body[:start].rstrip(b" \t\r\n")[-1:] in b":,[":
            return True
        end = marked.find(b" ", start)
        start = marked.find(_MANY_DIGITS, end) if end >= 0 else -1
    return False
