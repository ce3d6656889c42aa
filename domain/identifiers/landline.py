"""A landline number 固定电话 with its area code."""

from typing import Final

from domain.identifiers.identifier import Identifier
from domain.identifiers.shape import Shape

_SHAPE: Final = Shape(r"0[0-9]{2,3}-?[0-9]{7,8}", 10, 11, 12, 13)


class Landline(Identifier, frozen=True):
    """A landline number. ``text`` has digits only, as in ``037166778899``."""

    text: str


def parse(text: str) -> Landline:
    return Landline(_SHAPE.read(text, without="()").replace("-", ""))


def mask(text: str) -> str:
    """Masks as ``037*****8899``."""
    return _SHAPE.veil(text, 3, 4)
