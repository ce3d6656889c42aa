"""A plain look at a PDF, which is never rendered: its two ends, and what it must not hold.

Names in compressed object streams are not seen. So an officer gets a PDF as a download, which no
page of ours opens.
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
        b"JS",
        b"Launch",
        b"EmbeddedFile",
        b"EmbeddedFiles",
        b"RichMedia",
        b"XFA",
        b"Encrypt",
    }
)


def check_pdf(content: bytes) -> None:
    """Raises ``UploadUnreadable`` or ``UploadActive`` for one that is not taken."""
    tail = _TAIL.search(content[-_TAIL_BYTES:])
    if not _HEAD.match(content) or not tail or int(tail[1]) >= len(content):
        raise UploadUnreadable
    names = _NAME.finditer(_outside_streams(content))
    if any(_plain(name[1]) in _ACTIVE for name in names):
        raise UploadActive


def _outside_streams(content: bytes) -> bytes:
    """Behind the last end no beginning is looked for, because each would be sought to the end."""
    ended, end, rest = content.rpartition(b"endstream")
    return _STREAM.sub(b"", ended + end) + rest


def _plain(name: bytes) -> bytes:
    """A name as a reader understands it, however it is spelled."""
    return _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), name)
