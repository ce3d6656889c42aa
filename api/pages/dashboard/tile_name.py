"""A city's name as short as a tile needs it."""

import re
from typing import Final

from api.language import Language
from domain.offices.tree import REGIONS

_SYLLABLE: Final = re.compile(r"(?<=[a-z])(?=(?:[csz]h|[b-df-hj-np-tv-z])[aeiou]+(?:ng?)?$)")
_LONG: Final = 6


def tile_name(code: str, language: Language) -> str:
    """A long word may break before its last syllable."""
    name = REGIONS[code].title.text(language)
    if language == "zh":
        return name.removesuffix("市")
    return _SYLLABLE.sub("\u200b", name, count=1) if len(name) > _LONG else name
