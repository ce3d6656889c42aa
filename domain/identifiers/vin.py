"""Vehicle identification number 车辆识别代号 (GB 16735, ISO 3779)."""

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
    """``check_digit_ok`` is false only for an imported vehicle, and then worth a warning."""

    text: str
    model_year_letter: str
    check_digit_ok: bool


def check_character(vin: str) -> str:
    """What position 9 should be; ``vin`` must be 17 characters of ``VALUES``."""
    remainder = sum(map(mul, map(VALUES.__getitem__, vin), WEIGHTS)) % 11
    return "0123456789X"[remainder]


def parse(text: str, imported: bool = False) -> Vin:
    """Check digit and model year bind makers in China; many European numbers have neither."""
    vin = _SHAPE.read(text)
    check_digit_ok = check_character(vin) == vin[8]
    if not imported:
        if not check_digit_ok:
            raise InvalidIdentifier(FormatRule.CHECK_DIGIT)
        if vin[9] not in MODEL_YEAR_LETTERS:
            raise InvalidIdentifier(FormatRule.MODEL_YEAR)
    return Vin(vin, vin[9], check_digit_ok)


def mask(text: str) -> str:
    """``*************0123``."""
    return _SHAPE.veil(text, 0, 4)
