"""Undoes what people and input methods do to a number before it arrives."""

import unicodedata
from typing import Final

from domain.identifiers.invalid import FormatRule, InvalidIdentifier

LONGEST: Final = 256


def normalise(text: str) -> str:
    """Makes full-width forms ASCII (NFKC) and letters upper-case, and trims white space.

    汉字 stay as they are. Raises ``InvalidIdentifier`` above 256 characters, so that nobody
    can keep the later steps busy with a long text.
    """
    if len(text) > LONGEST:
        raise InvalidIdentifier(FormatRule.LENGTH)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return text.strip().upper()
