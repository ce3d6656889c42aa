"""Which kinds of files are taken, and how each is known by its first bytes."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

LARGEST: Final = 5 * 1024 * 1024
"""How many bytes a file may have."""


class MediaType(StrEnum):
    JPEG = "image/jpeg"
    PNG = "image/png"
    PDF = "application/pdf"

    @property
    def extension(self) -> str:
        """How the name of such a file ends."""
        return _EXTENSIONS[self]


_EXTENSIONS: Final[Mapping[MediaType, str]] = {
    MediaType.JPEG: "jpg",
    MediaType.PNG: "png",
    MediaType.PDF: "pdf",
}
_MAGIC: Final[Mapping[MediaType, bytes]] = {
    MediaType.JPEG: b"\xff\xd8\xff",
    MediaType.PNG: b"\x89PNG\r\n\x1a\n",
    MediaType.PDF: b"%PDF-",
}


def media_type_of(content: bytes) -> MediaType | None:
    """The kind of a file by its first bytes, whatever it is said to be."""
    for media_type, magic in _MAGIC.items():
        if content.startswith(magic):
            return media_type
    return None
