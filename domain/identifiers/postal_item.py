"""The number of a postal item: UPU S10 of China Post, or the 13 digits of domestic EMS."""

import re
from typing import Final

from domain.identifiers.identifier import Identifier
from domain.identifiers.invalid import FormatRule, InvalidIdentifier
from domain.identifiers.shape import Shape

WEIGHTS: Final = (8, 6, 4, 2, 3, 5, 9, 7)
CHECK_DIGITS: Final = "50987654321"
LARGEST_SERIAL: Final = 99_999_999
_SERVICE: Final = re.compile(r"[A-Z]{2}")
_SHAPE: Final = Shape(r"[A-Z]{2}[0-9]{9}CN|[0-9]{13}", 13)


class PostalItem(Identifier, frozen=True):
    """An item number. ``checked`` is false for the 13 digits, whose check rule is not public."""

    text: str
    checked: bool


def check_digit(serial: str) -> str:
    """The check digit of a serial, which must be 8 ASCII digits.

    Remainders 0 and 6 both give 5, so a slip from one to the other goes unseen. Every other
    single wrong digit is caught.
    """
    total = sum(int(digit) * weight for digit, weight in zip(serial, WEIGHTS, strict=True))
    return CHECK_DIGITS[total % 11]


def make(service: str = "EE", *, serial: int) -> str:
    """Makes the S10 number of a serial. Raises ``ValueError`` unless it is 0 to 99,999,999."""
    if not _SERVICE.fullmatch(service) or not 0 <= serial <= LARGEST_SERIAL:
        raise ValueError("not a service indicator and a serial of up to eight digits")
    digits = f"{serial:08d}"
    return f"{service}{digits}{check_digit(digits)}CN"


def parse(text: str) -> PostalItem:
    number = _SHAPE.read(text, without="-")
    if not _SERVICE.match(number):
        return PostalItem(number, checked=False)
    if check_digit(number[2:10]) != number[10]:
        raise InvalidIdentifier(FormatRule.CHECK_DIGIT)
    return PostalItem(number, checked=True)


def mask(text: str) -> str:
    """Masks as ``EE*******85CN``."""
    return _SHAPE.veil(text, 2, 4)
