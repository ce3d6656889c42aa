"""The number of a mobile telephone 手机号码."""

import re
from typing import Final

from domain.identifiers.identifier import Identifier
from domain.identifiers.shape import Shape
from domain.identifiers.text import squeezed

_SHAPE: Final = Shape(r"1[3-9][0-9]{9}", 11)
_COUNTRY: Final = re.compile(r"\A(?:\+|00)?86(?=[0-9]{11}\Z)")


class Mobile(Identifier, frozen=True):
    text: str


def parse(text: str) -> Mobile:
    """Reads eleven digits, and drops spaces, hyphens, brackets and the code of the country."""
    if _SHAPE.fits(text):
        return Mobile(text)
    return Mobile(_SHAPE.read(_COUNTRY.sub("", squeezed(text, "()-"))))


def mask(text: str) -> str:
    """Masks as ``138****5678``."""
    return _SHAPE.veil(_COUNTRY.sub("", text), 3, 4)
