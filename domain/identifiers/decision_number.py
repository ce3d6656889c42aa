"""Number of a punishment decision 处罚决定书编号; loose, as no rule was found."""

from typing import Final

from domain.identifiers.identifier import Identifier
from domain.identifiers.shape import Shape

_SHAPE: Final = Shape(r"[0-9]{15,16}", 15, 16)


class DecisionNumber(Identifier, frozen=True):
    text: str


def parse(text: str) -> DecisionNumber:
    number = _SHAPE.read(text)
    return DecisionNumber(number)


def mask(text: str) -> str:
    """``***********0123``."""
    return _SHAPE.veil(text, 0, 4)
