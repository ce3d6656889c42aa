"""What the announcement of February 2020 asks for, row by row, and where it can be seen.

``rows.txt`` holds the code of the row, the words in Chinese and in English, and the place.
"""

from pathlib import Path
from typing import Final, NamedTuple


class RequirementRow(NamedTuple):
    """``seen`` is where a reader sees it at work."""

    code: str
    zh: str
    en: str
    seen: str


_LINES: Final = (Path(__file__).parent / "rows.txt").read_text(encoding="utf-8").splitlines()
ROWS: Final = tuple(RequirementRow(*line.split("|")) for line in _LINES)
