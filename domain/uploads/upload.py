"""What is kept of a file: the file itself only sealed, and beside it what a form is judged by."""

from datetime import datetime, timedelta
from typing import Final, NamedTuple
from uuid import UUID

from domain.choice import Choice
from domain.uploads.media_type import MediaType

EVERYBODY: Final = ""
"""The owner of the samples of a demonstration."""
UNUSED_FOR: Final = timedelta(days=7)
"""For so long a file waits for a form that names it."""


class Scan(Choice):
    """What a scanner for malware has said. Until it has, the file is in quarantine."""

    PENDING = "pending", "隔离中，等待检查", "in quarantine, to be scanned"
    CLEAN = "clean", "已检查，未发现病毒", "scanned, nothing found"
    NONE = "none", "未设病毒检查，其他检查均已通过", "not scanned; every other check was passed"


class About(NamedTuple):
    """A file as a form or a list needs it. ``sha256`` is that of the sealed bytes: its name."""

    sha256: bytes
    owner: str
    media_type: MediaType
    size: int
    scan: Scan
    uploaded_at: datetime


class Upload(NamedTuple):
    """A file that is to be kept. ``content`` is a blind index of it as it came."""

    sha256: bytes
    owner: str
    content: bytes
    media_type: MediaType
    size: int
    key_id: UUID
    sealed: bytes
