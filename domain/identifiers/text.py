"""What people and input methods do to a number before it arrives."""

import unicodedata
from typing import Final

from domain.identifiers.invalid import FormatRule, InvalidIdentifier

LONGEST: Final = 256


def normalise(text: str) -> str:
    """Full-width forms made ASCII (NFKC), outer white space off, letters upper-case; 汉字 stay.

    Raises ``InvalidIdentifier`` above 256 characters, so that no later step
    works on a text somebody sent to keep it busy.
    """
    if len(text) > LONGEST:
        raise InvalidIdentifier(FormatRule.LENGTH)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return text.strip().upper()
