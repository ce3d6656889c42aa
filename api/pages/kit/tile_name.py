"""A city's name as short as a tile needs it."""

from api.language import Language
from domain.offices.tree import REGIONS


def tile_name(code: str, language: Language) -> str:
    return REGIONS[code].title.text(language).removesuffix("市")
