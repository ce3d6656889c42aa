"""A person's name 姓名, as it stands on the identity document."""

import re
import unicodedata
from typing import Final

from domain.identifiers.identifier import Identifier
from domain.identifiers.ideographs import HAN, without_radicals
from domain.identifiers.invalid import FormatRule, InvalidIdentifier
from domain.identifiers.shape import VEILED
from domain.identifiers.text import DOTS, LONGEST, visible

LENGTHS: Final = range(1, 41)
_COMPOUND: Final = (
    "欧阳司马上官诸葛东方皇甫尉迟公孙慕容令狐司徒司空夏侯轩辕长孙宇文闻人赫连澹台"
    "公冶宗政濮阳淳于单于太叔申屠仲孙钟离鲜于闾丘南宫端木百里东郭呼延独孤第五"
)
COMPOUND_SURNAMES: Final = frozenset(re.findall("..", _COMPOUND))
_DOTS: Final = str.maketrans("•‧・．’", "····'")
_CHINESE: Final = re.compile(f"[{HAN}]+(?:·[{HAN}]+)*")
_DOT: Final = f"[{re.escape(DOTS)}]"
_CHINESE_AS_TYPED: Final = re.compile(f"(?:[{HAN}\\s]|{_DOT})+")
_APOSTROPHES: Final = re.compile("[‘ʼ′`]")
_DASHES: Final = re.compile("[‐‑‒–—―−]")
_COMMON: Final = re.compile(r"[\u4e00-\u9fff]{2,10}")
"""Most names are of these characters, of which none is composed or has another form."""
_LATIN_LETTER: Final = r"[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]"
_LATIN: Final = re.compile(f"{_LATIN_LETTER}(?:{_LATIN_LETTER}|[ '\\-.])*")


class PersonName(Identifier, frozen=True):
    text: str


def parse(text: str) -> PersonName:
    """Reads 1 to 40 characters: 汉字 and the dot of minority names, or Latin letters.

    What is no name as it was typed is read once more without what keyboards and copied texts
    bring along: other dots, radicals, full-width letters, spaces between 汉字.
    """
    if _COMMON.fullmatch(text):
        return PersonName(text)
    if len(text) > LONGEST:
        raise InvalidIdentifier(FormatRule.LENGTH)
    name = unicodedata.normalize("NFC", text).strip().translate(_DOTS)
    if not _is_name(name):
        name = _as_meant(name)
    if len(name) not in LENGTHS:
        raise InvalidIdentifier(FormatRule.LENGTH)
    if not _is_name(name):
        raise InvalidIdentifier(FormatRule.CHARACTERS)
    return PersonName(name)


def _is_name(name: str) -> bool:
    return bool(_CHINESE.fullmatch(name) or _LATIN.fullmatch(name))


def _as_meant(name: str) -> str:
    name = without_radicals(visible(name))
    if _CHINESE_AS_TYPED.fullmatch(name):
        return re.sub(_DOT, "·", "".join(name.split()))
    latin = _DASHES.sub("-", _APOSTROPHES.sub("'", unicodedata.normalize("NFKC", name)))
    return " ".join(latin.split())


def mask(text: str) -> str:
    """Masks as ``张*``, ``欧阳*`` or ``J*``. What is no name is hidden whole.

    One star stands for all the rest, because the length would tell something too.
    """
    try:
        name = parse(text).text
    except InvalidIdentifier:
        return VEILED
    if len(name) == 1:
        return "*"
    compound = len(name) > 2 and name[:2] in COMPOUND_SURNAMES
    return f"{name[: 2 if compound else 1]}*"
