"""The code of a violation 违法代码: four digits, and perhaps a letter. It is not personal."""

from typing import Final

from domain.identifiers.identifier import Identifier
from domain.identifiers.shape import Shape

_SHAPE: Final = Shape(r"[0-9]{4}[A-Z]?", 4, 5)


class ViolationCode(Identifier, frozen=True):
    text: str


def parse(text: str) -> ViolationCode:
    code = _SHAPE.read(text)
    return ViolationCode(code)
