"""A postcode 邮政编码."""

from typing import Final

from domain.identifiers.identifier import Identifier
from domain.identifiers.shape import Shape

_SHAPE: Final = Shape(r"[0-9]{6}", 6)
_HENAN: Final = ("45", "46", "47")


class Postcode(Identifier, frozen=True):
    text: str

    @property
    def in_henan(self) -> bool:
        return self.text.startswith(_HENAN)


def parse(text: str) -> Postcode:
    """Reads any postcode of China, because a document may be posted out of the province."""
    code = _SHAPE.read(text)
    return Postcode(code)


def mask(text: str) -> str:
    """Masks as ``4500**``, which shows the county and not the street."""
    return _SHAPE.veil(text, 4, 0)
