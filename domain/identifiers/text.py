"""Undoes what people and input methods do to a text before it arrives."""

import unicodedata
from typing import Final

from domain.identifiers.invalid import FormatRule, InvalidIdentifier

LONGEST: Final = 256
INVISIBLE: Final = dict.fromkeys(
    (
        *(0xAD, 0x180E, 0xFEFF),
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        *range(0xFE00, 0xFE10),
        *range(0xE0100, 0xE01F0),
    )
)
"""Marks of zero width that come along when a text is copied. Nobody sees that they are there."""
DOTS: Final = "·•‧・･∙⋅․﹒⸱ꞏ."
"""The dots that keyboards and input methods give for that of a name or a plate."""
_ORDINARY: Final = str.maketrans("‐‑‒–—―⁃−×", "--------X", "".join(map(chr, INVISIBLE)))
"""Every dash is a hyphen. The sign × is what many type for the X at the end of an ID number."""


def plain(text: str) -> str:
    """Makes full-width forms ASCII (NFKC), drops what is invisible, and trims white space.

    汉字 and the case of letters stay as they are. Raises ``InvalidIdentifier`` above 256
    characters, so that nobody can keep the later steps busy with a long text.
    """
    if len(text) > LONGEST:
        raise InvalidIdentifier(FormatRule.LENGTH)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_ORDINARY)
    return text.strip()


def normalise(text: str) -> str:
    """Does the same, and makes letters upper-case."""
    return plain(text).upper()


def squeezed(text: str, without: str = "") -> str:
    """Normalises a number, and drops all white space and the marks ``without``."""
    number = "".join(normalise(text).split())
    for mark in without:
        number = number.replace(mark, "")
    return number


def visible(text: str) -> str:
    """Drops what is invisible from a name or an address, in the form of NFC."""
    return unicodedata.normalize("NFC", text.translate(INVISIBLE)).strip()
