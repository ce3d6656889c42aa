"""A plain look at a PDF, which is never rendered: its two ends, and what it must not hold.

A name of what acts is looked for everywhere, because a comment or a text can make what acts look
as if it stood in a stream. Names in compressed object streams are not seen. So an officer gets a
PDF as a download, which no page of ours opens.
"""

import re
from typing import Final

from domain.uploads.refusals import UploadActive, UploadUnreadable

_HEAD: Final = re.compile(rb"%PDF-[12]\.\d[\r\n]")
_TAIL: Final = re.compile(rb"startxref\s+(\d{1,10})\s+%%EOF\s*\Z")
_TAIL_BYTES: Final = 1024
_STREAM: Final = re.compile(rb"stream\r?\n.*?endstream", re.DOTALL)
_NAME: Final = re.compile(rb"/([^\x00-\x20()<>\[\]{}/%]{1,127})")
_ESCAPED: Final = re.compile(rb"#([0-9A-Fa-f]{2})")
_ACTIVE: Final = frozenset(
    {
        b"JavaScript",
        b"Launch",
        b"Rendition",
        b"EmbeddedFile",
        b"EmbeddedFiles",
        b"RichMedia",
        b"XFA",
        b"Encrypt",
    }
)
_SHORT: Final = b"JS"
"""It comes up by chance in what is compressed, so it is looked for outside of streams alone."""


def check_pdf(content: bytes) -> None:
    """Raises ``UploadUnreadable`` or ``UploadActive`` for one that is not taken."""
    tail = _TAIL.search(content[-_TAIL_BYTES:])
    if not _HEAD.match(content) or not tail or int(tail[1]) >= len(content):
        raise UploadUnreadable
    if _ACTIVE.intersection(_names(content)) or _SHORT in _names(_outside_streams(content)):
        raise UploadActive


def _names(content: bytes) -> set[bytes]:
    return {_plain(name[1]) for name in _NAME.finditer(content)}


def _outside_streams(content: bytes) -> bytes:
    """Behind the last end no beginning is looked for, because each would be sought to the end."""
    ended, end, rest = content.rpartition(b"endstream")
    return _STREAM.sub(b"", ended + end) + rest


def _plain(name: bytes) -> bytes:
    """A name as a reader understands it, however it is spelled."""
    return _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), name)
