"""The file number of a driving licence 档案编号.

It has four digits of the prefecture, eight of a sequence, and no check digit.
"""

from typing import Final

from domain.identifiers.identifier import Identifier
from domain.identifiers.invalid import FormatRule, InvalidIdentifier
from domain.identifiers.provinces import PROVINCES
from domain.identifiers.shape import Shape

_SHAPE: Final = Shape(r"[0-9]{12}", 12)


class FileNumber(Identifier, frozen=True):
    """A file number. ``prefecture`` tells where the file was opened, also in another province."""

    text: str
    prefecture: str


def parse(text: str) -> FileNumber:
    number = _SHAPE.read(text)
    if number[:2] not in PROVINCES:
        raise InvalidIdentifier(FormatRule.REGION)
    return FileNumber(number, number[:4])


def mask(text: str) -> str:
    """Masks as ``4101******78``."""
    return _SHAPE.veil(text, 4, 2)
