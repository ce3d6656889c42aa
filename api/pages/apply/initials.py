"""The first letters of the pinyin of Chinese characters, for whoever types letters alone.

The 3,755 common characters of GB 2312 stand in the order of their pinyin, so the place of a
character tells its first letter. The others stand by radical, and have none here.
"""

from bisect import bisect
from typing import Final

_FIRST: Final = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"
"""The first character of each letter. No pinyin begins with I, U or V."""
_LETTERS: Final = "abcdefghjklmnopqrstwxyz"
_PLACES: Final = [character.encode("gb2312") for character in _FIRST]
_LAST: Final = "座".encode("gb2312")


def initials(text: str) -> str:
    """The letters of a text, in which every other character stays as it is: ``补领`` is ``bl``."""
    return "".join(map(_initial, text)).lower()


def _initial(character: str) -> str:
    try:
        place = character.encode("gb2312")
    except UnicodeEncodeError:
        return character
    if not _PLACES[0] <= place <= _LAST:
        return character
    return _LETTERS[bisect(_PLACES, place) - 1]
