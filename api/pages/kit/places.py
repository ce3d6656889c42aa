"""Offices and places in words, by their codes."""

from collections.abc import Iterator
from typing import Final

from api.language import Language
from api.pages.kit.districts import DISTRICTS
from domain.identifiers.henan_names import NAMES
from domain.offices.tree import OFFICES, REGIONS
from domain.titles import Title

_COUNTIES: Final = {
    county.code: county.title for region in REGIONS.values() for county in region.counties
}


def office_text(code: str, language: Language) -> str:
    office = OFFICES.get(code)
    return office.title.text(language) if office else code


def place_text(code: str, language: Language) -> str:
    """A city, county or district. A code that is none of Henan stays as it is."""
    if code in REGIONS:
        return REGIONS[code].title.text(language)
    if code in _COUNTIES:
        return _COUNTIES[code].text(language)
    return Title(NAMES.get(code, code), DISTRICTS.get(code, code)).text(language)


def counties(language: Language) -> Iterator[tuple[str, str]]:
    """Pairs of code and name, city by city."""
    gap = "" if language == "zh" else ", "
    for region in REGIONS.values():
        for code in sorted(NAMES):
            if code.startswith(region.code[:4]) and not code.endswith("00"):
                yield code, f"{region.title.text(language)}{gap}{place_text(code, language)}"
