"""Offices and places by their codes."""

import re
from typing import Final

from api.language import Language
from domain.identifiers.henan_names import NAMES
from domain.offices.tree import OFFICES, REGIONS
from domain.titles import Title

_COUNTIES: Final = {
    county.code: county.title for region in REGIONS.values() for county in region.counties
}
_SYLLABLE: Final = re.compile(r"(?<=[a-z])(?=(?:[csz]h|[b-df-hj-np-tv-z])[aeiou]+(?:ng?)?$)")
_LONG: Final = 6


def office_text(code: str, language: Language) -> str:
    office = OFFICES.get(code)
    return office.title.text(language) if office else code


def place_text(code: str, language: Language) -> str:
    """A city, county or district; one without an English name keeps the Chinese."""
    if code in REGIONS:
        return REGIONS[code].title.text(language)
    return _COUNTIES.get(code, Title(NAMES.get(code, code), NAMES.get(code, code))).text(language)


def tile_text(code: str, language: Language) -> str:
    """The city as short as a tile needs it; a long word may break before its last syllable."""
    name = REGIONS[code].title.text(language)
    if language == "zh":
        return name.removesuffix("市")
    return _SYLLABLE.sub("\u200b", name, count=1) if len(name) > _LONG else name
