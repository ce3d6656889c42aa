"""Why a file is not taken."""

from dataclasses import dataclass

from domain.refusal import Conflict, Invalid


@dataclass(kw_only=True)
class UploadOfOtherType(Invalid):
    """Its first bytes are not those of the type that it is said to be."""


@dataclass(kw_only=True)
class UploadUnreadable(Invalid):
    """It is damaged, or something else is hidden in it."""


@dataclass(kw_only=True)
class UploadTooLarge(Invalid):
    """Written anew it is larger than a file may be."""

    most_bytes: int


@dataclass(kw_only=True)
class UploadDimensions(Invalid):
    """The picture has too many pixels, or is too long on one side."""

    most_pixels: int
    longest_side: int


@dataclass(kw_only=True)
class UploadActive(Invalid):
    """The PDF does something when it is opened, holds other files, or is locked by a password."""


@dataclass(kw_only=True)
class UploadInfected(Invalid):
    """The scanner knows it as malware. It was deleted."""


@dataclass(kw_only=True)
class UploadsTooMany(Conflict):
    """So many uploads of his wait to be used that no other is taken."""

    most: int
