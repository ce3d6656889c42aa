"""The office's own serial number of a case 业务流水号: ``HN``, region, day, sequence, check.

The check is that of ISO 7064 MOD 97-10, and catches every single wrong digit.
"""

import re
from datetime import date
from typing import Final

from domain.identifiers.identifier import Identifier
from domain.identifiers.invalid import FormatRule, InvalidIdentifier
from domain.identifiers.shape import Shape

PREFIX: Final = "HN"
LARGEST_SEQUENCE: Final = 999_999
_SHAPE: Final = Shape(r"HN41[0-9]{20}", 24)
_REGION: Final = re.compile(r"41[0-9]{4}")


class SerialNumber(Identifier, frozen=True):
    text: str
    region_code: str
    submitted_on: date
    sequence: int


def check_digits(body: str) -> str:
    """The two check digits, 02 to 98, of a body of ``0-9A-Z``, where A counts 10 and Z 35."""
    number = int("".join(str(int(character, 36)) for character in body))
    return f"{98 - number * 100 % 97:02d}"


def make(region_code: str, submitted_on: date, sequence: int) -> str:
    """Makes a serial number.

    Raises ``ValueError`` for a region outside Henan, or a sequence that is not 0 to 999,999.
    """
    if not _REGION.fullmatch(region_code) or not 0 <= sequence <= LARGEST_SEQUENCE:
        raise ValueError("not a region of Henan and a sequence of up to six digits")
    body = f"{PREFIX}{region_code}{submitted_on.isoformat().replace('-', '')}{sequence:06d}"
    return body + check_digits(body)


def parse(text: str) -> SerialNumber:
    number = _SHAPE.read(text)
    if check_digits(number[:22]) != number[22:]:
        raise InvalidIdentifier(FormatRule.CHECK_DIGIT)
    try:
        submitted_on = date(int(number[8:12]), int(number[12:14]), int(number[14:16]))
    except ValueError:
        raise InvalidIdentifier(FormatRule.DATE) from None
    return SerialNumber(number, number[2:8], submitted_on, int(number[16:22]))


def mask(text: str) -> str:
    """Masks as ``HN410100************4242``, which shows the office and tells two apart."""
    return _SHAPE.veil(text, 8, 4)
