"""Number of a punishment decision 处罚决定书编号; loose, as no rule was found."""

from dataclasses import dataclass, field
from typing import Final

from domain.identifiers.shape import Shape

_SHAPE: Final = Shape(r"[0-9]{15,16}", 15, 16)


@dataclass(frozen=True, slots=True)
class DecisionNumber:
    text: str = field(repr=False)


def parse(text: str) -> DecisionNumber:
    number = _SHAPE.read(text)
    return DecisionNumber(number)


def mask(text: str) -> str:
    """``***********0123``."""
    return _SHAPE.veil(text, 0, 4)
