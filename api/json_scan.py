"""Is this body the JSON we read? Asked of every request, so a good body is cleared at C speed.

Counting brackets bounds the depth from above, counting colons the members. A long run
of digits is a number that is too long only where a value may stand; an escape, which
few bodies have, is worth a regular expression. msgspec then checks UTF-8 and syntax and
refuses what no float can hold.

It keeps the last of two members with one name. So the document is written again and
the colons are counted again: strings keep theirs, and a member that was dropped took
its own along. Nothing but the escape of a colon could hide this, and that is one of
the escapes looked for.

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
    """Raise :class:`BodyRefused` unless ``body`` is one JSON object within the limits.

    Strict UTF-8 without a byte order mark; at most 20 levels, 2,000 members, 5,000
    values, 8,192 bytes a string and 20 digits a number; no NaN or infinity, no name
    twice in an object, no U+0000, no lone surrogate. So every parser reads the same
    document from it, and PostgreSQL can store each of its strings.
    """
    if not _is_clear(body):
        inspect(body)


def _is_clear(body: bytes) -> bool:
    """Whether ``body`` is within every limit; ``False`` only means that it is not obvious."""
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
