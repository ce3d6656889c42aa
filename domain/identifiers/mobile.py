"""The number of a mobile telephone 手机号码."""

from typing import Final

from domain.identifiers.identifier import Identifier
from domain.identifiers.shape import Shape

_COUNTRY: Final = "+86"
_SHAPE: Final = Shape(r"(?:\+86)?1[3-9][0-9]{9}", 11, 14)


class Mobile(Identifier, frozen=True):
    text: str


def parse(text: str) -> Mobile:
    """Reads eleven digits, and drops spaces and ``+86``."""
    return Mobile(_SHAPE.read(text, without=" ").removeprefix(_COUNTRY))


def mask(text: str) -> str:
    """Masks as ``138****5678``."""
    return _SHAPE.veil(text.removeprefix(_COUNTRY), 3, 4)
