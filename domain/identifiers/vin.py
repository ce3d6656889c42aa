"""The identification number of a vehicle 车辆识别代号 (GB 16735, ISO 3779)."""

from collections.abc import Mapping
from operator import mul
from types import MappingProxyType
from typing import Final

from domain.identifiers.identifier import Identifier
from domain.identifiers.invalid import FormatRule, InvalidIdentifier
from domain.identifiers.shape import Shape

VALUES: Final[Mapping[str, int]] = MappingProxyType(
    {
        **{digit: int(digit) for digit in "0123456789"},
        **dict(zip("ABCDEFGH", range(1, 9), strict=True)),
        **dict(zip("JKLMN", range(1, 6), strict=True)),
        "P": 7,
        "R": 9,
        **dict(zip("STUVWXYZ", range(2, 10), strict=True)),
    }
)
WEIGHTS: Final = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
MODEL_YEAR_LETTERS: Final = frozenset("123456789ABCDEFGHJKLMNPRSTVWXY")
_SHAPE: Final = Shape(r"[0-9A-HJ-NPR-Z]{17}", 17)


class Vin(Identifier, frozen=True):
    """A VIN. ``check_digit_ok`` is false only for an imported vehicle, and is then a warning."""

    text: str
    model_year_letter: str
    check_digit_ok: bool


def check_character(vin: str) -> str:
    """What should stand at position 9 of 17 characters of ``VALUES``."""
    remainder = sum(map(mul, map(VALUES.__getitem__, vin), WEIGHTS)) % 11
    return "0123456789X"[remainder]


def parse(text: str, imported: bool = False) -> Vin:
    """Reads a VIN.

    Makers in China must set check digit and model year. Many European numbers have neither.
    """
    vin = _SHAPE.read(text)
    check_digit_ok = check_character(vin) == vin[8]
    if not imported:
        if not check_digit_ok:
            raise InvalidIdentifier(FormatRule.CHECK_DIGIT)
        if vin[9] not in MODEL_YEAR_LETTERS:
            raise InvalidIdentifier(FormatRule.MODEL_YEAR)
    return Vin(vin, vin[9], check_digit_ok)


def mask(text: str) -> str:
    """Masks as ``*************0123``."""
    return _SHAPE.veil(text, 0, 4)
