"""The name of a unit 单位名称, as it stands on its certificate."""

import re
import unicodedata
from typing import Final

from domain.identifiers.identifier import Identifier
from domain.identifiers.ideographs import HAN, without_radicals
from domain.identifiers.invalid import FormatRule, InvalidIdentifier
from domain.identifiers.text import DOTS, LONGEST, visible

_CHARACTER: Final = re.compile(rf"[^\W_]|[{HAN}·.,&'\-()（）“”、 ]")
_ORDINARY: Final = str.maketrans(dict.fromkeys(DOTS.replace(".", ""), "·") | {"’": "'", "‘": "'"})


class UnitName(Identifier, frozen=True):
    text: str


def parse(text: str) -> UnitName:
    """Reads letters, digits and the punctuation of names.

    A character that may not stand is read as the ordinary one that it stands for, if any.
    """
    if len(text) > LONGEST:
        raise InvalidIdentifier(FormatRule.LENGTH)
    name = unicodedata.normalize("NFC", text).strip()
    if not _is_name(name):
        name = "".join(map(_ordinary, without_radicals(visible(name)))).strip()
    if not name:
        raise InvalidIdentifier(FormatRule.LENGTH)
    if not _is_name(name):
        raise InvalidIdentifier(FormatRule.CHARACTERS)
    return UnitName(name)


def _is_name(name: str) -> bool:
    return bool(name) and all(map(_CHARACTER.fullmatch, name))


def _ordinary(character: str) -> str:
    if _CHARACTER.fullmatch(character):
        return character
    return unicodedata.normalize("NFKC", character.translate(_ORDINARY))
