"""The number of a military or foreign identity document 证件号码.

No published format was found, so it is checked loosely: ``军字第2001988号`` and ``0012345678(B)``
are such numbers. Brackets and hyphens are dropped, because the same number is written with them
and without. A resident's number and a credit code have the same normal form here as elsewhere.
"""

import re
from typing import Final

from domain.identifiers.identifier import Identifier
from domain.identifiers.ideographs import HAN
from domain.identifiers.invalid import FormatRule, InvalidIdentifier
from domain.identifiers.text import squeezed

_LOOSE: Final = re.compile(f"[0-9A-Z{HAN}]+")
_BRACKETS: Final = "()[]〔〕【】-"


class DocumentNumber(Identifier, frozen=True):
    text: str


def normal(text: str) -> str:
    """The normal form, of a text that may be no number at all."""
    return squeezed(text, _BRACKETS)


def parse(text: str) -> DocumentNumber:
    number = normal(text)
    if not _LOOSE.fullmatch(number):
        raise InvalidIdentifier(FormatRule.CHARACTERS)
    return DocumentNumber(number)
