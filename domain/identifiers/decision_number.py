"""The number of a punishment decision 处罚决定书编号: 15 or 16 digits. No finer rule was found."""

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
    """Masks as ``***********0123``."""
    return _SHAPE.veil(text, 0, 4)
