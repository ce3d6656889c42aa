"""Blanks what a PDF tells about where it comes from, such as names of files, people and programs.

Each byte is replaced by a space, so that nothing moves and every offset stays true. A signed PDF
stays as it is: its signature covers these bytes. What stands in compressed objects is not seen.
"""

import re
from typing import Final

_SIGNED: Final = re.compile(rb"/ByteRange\b")
_INFO: Final = re.compile(rb"/Info\s+(\d{1,9})\s+(\d{1,5})\s+R\b")
_OBJECT: Final = rb"(?<!\d)%s\s+%s\s+obj\b(?:(?!endobj).){0,4000}endobj"
_TEXT: Final = re.compile(rb"\((?:[^()\\]|\\.){0,1000}\)|<[0-9A-Fa-f\s]{0,2000}>(?!>)", re.DOTALL)
_XMP: Final = re.compile(rb"<x:xmpmeta\b.{0,200000}?</x:xmpmeta>", re.DOTALL)
_COMMENT: Final = re.compile(rb"(?<=[\r\n])%(?!%EOF)[^\r\n]*")
_BINARY: Final = re.compile(rb"%[\x80-\xff]{4,}")
_STREAM: Final = re.compile(rb"(stream\r?\n.*?endstream)", re.DOTALL)


def without_origin(content: bytes) -> bytes:
    """The same PDF, of the same length."""
    if _SIGNED.search(content):
        return content
    content = _XMP.sub(_blank, content)
    for number, generation in set(_INFO.findall(content)):
        information = re.compile(_OBJECT % (number, generation), re.DOTALL)
        content = information.sub(lambda found: _TEXT.sub(_emptied, found[0]), content)
    return _without_comments(content)


def _without_comments(content: bytes) -> bytes:
    """Those outside of streams. The line by which a reader sees that a file is binary stays."""
    ended, end, rest = content.rpartition(b"endstream")
    parts = [*_STREAM.split(ended + end), rest]
    return b"".join(
        part if at % 2 and at < len(parts) - 1 else _COMMENT.sub(_unless_binary, part)
        for at, part in enumerate(parts)
    )


def _unless_binary(found: re.Match[bytes]) -> bytes:
    return found[0] if _BINARY.fullmatch(found[0]) else _blank(found)


def _emptied(found: re.Match[bytes]) -> bytes:
    """The text keeps its marks at both ends."""
    whole = found[0]
    return whole[:1] + b" " * (len(whole) - 2) + whole[-1:]


def _blank(found: re.Match[bytes]) -> bytes:
    return b" " * len(found[0])
