"""A postal address. Others are shown no more of it than the district."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from domain.identifiers.henan_names import NAMES
from domain.identifiers.identifier import Identifier
from domain.identifiers.ideographs import is_han
from domain.identifiers.invalid import FormatRule, InvalidIdentifier
from domain.identifiers.shape import VEILED
from domain.identifiers.text import LONGEST, visible

LENGTHS: Final = range(5, 101)
_NOT_WRITING: Final = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})


def _one_of(names: Iterable[str]) -> str:
    return "|".join(sorted(names, key=len, reverse=True))


_UNITS: Final = {name for code, name in NAMES.items() if code.endswith("00") or code == "419001"}
_DISTRICT: Final = re.compile(
    f"(?:河南省)?(?:{_one_of(_UNITS)})?(?:{_one_of(set(NAMES.values()) - _UNITS)})?"
)


class Address(Identifier, frozen=True):
    text: str


def parse(text: str) -> Address:
    """Reads 5 to 100 characters, without controls and halves of characters.

    Marks that nobody sees, such as those of direction, are dropped.
    """
    if len(text) > LONGEST:
        raise InvalidIdentifier(FormatRule.LENGTH)
    address = unicodedata.normalize("NFC", text).strip()
    if not _is_writing(address):
        address = visible(address)
    if len(address) not in LENGTHS:
        raise InvalidIdentifier(FormatRule.LENGTH)
    if not _is_writing(address):
        raise InvalidIdentifier(FormatRule.CHARACTERS)
    return Address(address)


def _is_writing(address: str) -> bool:
    return address.isprintable() or all(
        is_han(character) or unicodedata.category(character) not in _NOT_WRITING
        for character in address
    )


def mask(text: str) -> str:
    """Masks as ``河南省郑州市金水区***``. Names that are not in Henan's table are hidden too."""
    found = _DISTRICT.match(text)
    return f"{found[0] if found else ''}{VEILED}"
