"""The ID number of a resident 公民身份号码 (GB 11643-1999).

The region is that of the first registration. It may lie anywhere in China, and may have been
dissolved since, so only its province is checked.
"""

from datetime import date
from enum import StrEnum
from operator import mul
from typing import Final

from domain.identifiers.identifier import Identifier
from domain.identifiers.invalid import FormatRule, InvalidIdentifier
from domain.identifiers.provinces import PROVINCES
from domain.identifiers.shape import Shape
from domain.periods import age_on

OLDEST: Final = 130
WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_CHARACTERS: Final = "10X98765432"
_ZEROS: Final = ord("0") * sum(WEIGHTS)
_SHAPE: Final = Shape(r"[0-9]{17}[0-9X]", 18)


class Sex(StrEnum):
    MALE = "male"
    FEMALE = "female"


class ResidentId(Identifier, frozen=True):
    text: str
    region_code: str
    born_on: date
    sex: Sex


def check_character(first_17: str) -> str:
    """The check character of the first 17 characters, which must be ASCII digits."""
    return CHECK_CHARACTERS[(sum(map(mul, first_17.encode(), WEIGHTS)) - _ZEROS) % 11]


def parse(text: str, today: date) -> ResidentId:
    """Reads the number of somebody who can be alive on ``today``. 15 digits are refused."""
    number = _SHAPE.read(text, without="-")
    if number[:2] not in PROVINCES:
        raise InvalidIdentifier(FormatRule.REGION)
    born_on = _birth_date(number[6:14])
    if check_character(number[:17]) != number[17]:
        raise InvalidIdentifier(FormatRule.CHECK_DIGIT)
    if born_on > today:
        raise InvalidIdentifier(FormatRule.FUTURE_DATE)
    if today.year - born_on.year > OLDEST and age_on(born_on, today) > OLDEST:
        raise InvalidIdentifier(FormatRule.AGE)
    sex = Sex.MALE if int(number[16]) % 2 else Sex.FEMALE
    return ResidentId(number, number[:6], born_on, sex)


def birth_month(text: str) -> date | None:
    """The first day of the month of birth. None for a text that is no number of a resident."""
    try:
        number = _SHAPE.read(text, without="-")
        born_on = _birth_date(number[6:14])
    except InvalidIdentifier:
        return None
    return born_on.replace(day=1) if check_character(number[:17]) == number[17] else None


def mask(text: str) -> str:
    """Masks as ``410***********1236``."""
    return _SHAPE.veil(text, 3, 4)


def _birth_date(digits: str) -> date:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        raise InvalidIdentifier(FormatRule.DATE) from None
