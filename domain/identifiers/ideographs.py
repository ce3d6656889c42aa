"""汉字: which characters they are, and the signs that only look like them.

Python's own table knows those of one edition of Unicode, and another Python knows more. Planes
2 and 3 hold nothing but 汉字, so whatever stands there is one.
"""

import re
import unicodedata
from typing import Final

HAN: Final = r"\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
"""For a class of characters in a pattern."""
_HAN: Final = re.compile(f"[{HAN}]")
_KANGXI: Final = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
_RADICALS: Final = _KANGXI | str.maketrans(
    "⺟⺠⺩⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
    "母民王虎西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
)
"""Radicals of dictionaries, which a text copied from a PDF has in the place of the 汉字."""


def is_han(character: str) -> bool:
    return _HAN.fullmatch(character) is not None


def without_radicals(text: str) -> str:
    """The text with each radical replaced by the 汉字 that it looks like."""
    return text.translate(_RADICALS)
