"""Offices and places in words, by their codes."""

from typing import Final

from api.language import Language
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
    """A city, county or district. One without an English name keeps the Chinese."""
    if code in REGIONS:
        return REGIONS[code].title.text(language)
    return _COUNTIES.get(code, Title(NAMES.get(code, code), NAMES.get(code, code))).text(language)
