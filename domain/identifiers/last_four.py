"""The last four digits and letters of an identity number, by which a citizen is known again.

The 号 at the end of a military number is neither, so ``军字第2001988号`` ends with ``1988``.
"""

import re
from typing import Final

from domain.identifiers.shape import Shape

_SHAPE: Final = Shape(r"[0-9A-Z]{4}", 4)
_OTHER: Final = re.compile(r"[^0-9A-Z]")


def parse(text: str) -> str:
    """Reads what the citizen has typed. Raises ``InvalidIdentifier``."""
    return _SHAPE.read(text)


def end_of(number: str) -> str:
    """The end of a number in its normal form."""
    return _OTHER.sub("", number.upper())[-4:]
