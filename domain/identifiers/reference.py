"""The public reference of a case, ``XXXX-XXXX-XXXX-C``: people read it aloud and type it.

It has twelve random characters of Crockford's base32 (60 bits), and a check character of
ISO 7064 MOD 37,36, which catches every single wrong character.
"""

import hashlib
from typing import Final

from domain.identifiers.identifier import Identifier
from domain.identifiers.invalid import FormatRule, InvalidIdentifier
from domain.identifiers.shape import VEILED
from domain.identifiers.text import squeezed

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
BYTES: Final = 8
_CHECK_ALPHABET: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MISREAD: Final = str.maketrans("ILO", "110")
_BODY: Final = 12
_VALUES: Final = {character: value for value, character in enumerate(_CHECK_ALPHABET)}
_PAIRS: Final = [low + high for high in ALPHABET for low in ALPHABET]
"""Two characters for each ten bits, the lower five first."""
_MODULUS: Final = 36


class Reference(Identifier, frozen=True):
    """A reference. ``text`` has its dashes. It opens a case's progress page, so no log shows it."""

    text: str


def check_character(body: str) -> str:
    """The check character of ISO 7064 MOD 37,36 for any text of ``0-9A-Z``."""
    product = _MODULUS
    for character in body:
        product = ((product + _VALUES[character]) % _MODULUS or _MODULUS) * 2 % (_MODULUS + 1)
    return _CHECK_ALPHABET[(1 - product) % _MODULUS]


def draw(random_bytes: bytes) -> str:
    """Makes a reference of at least 8 bytes from a cryptographic source.

    The same bytes give the same reference. One draw in nine would have I, L, O or U as its
    check character, and would be misread; it is hashed and drawn again. Raises
    ``ValueError`` for fewer bytes.
    """
    if len(random_bytes) < BYTES:
        raise ValueError(f"a reference needs {BYTES} random bytes")
    body = _body(random_bytes)
    while (check := check_character(body)) not in ALPHABET:
        random_bytes = hashlib.sha256(random_bytes).digest()
        body = _body(random_bytes)
    return _shown(body + check)


def parse(text: str) -> Reference:
    """Reads a reference, and forgives lower case, missing dashes, I or L for 1, and O for 0."""
    typed = squeezed(text, "-").translate(_MISREAD)
    if len(typed) != _BODY + 1:
        raise InvalidIdentifier(FormatRule.LENGTH)
    if not set(typed) <= set(ALPHABET):
        raise InvalidIdentifier(FormatRule.CHARACTERS)
    if check_character(typed[:_BODY]) != typed[_BODY]:
        raise InvalidIdentifier(FormatRule.CHECK_DIGIT)
    return Reference(_shown(typed))


def mask(text: str) -> str:
    """Masks as ``4F7K-****-****-*``. What is no reference is hidden whole."""
    try:
        return f"{parse(text).text[:4]}-****-****-*"
    except InvalidIdentifier:
        return VEILED


def _body(random_bytes: bytes) -> str:
    number = int.from_bytes(random_bytes[:BYTES], "big")
    return "".join([_PAIRS[number >> shift & 1023] for shift in range(0, 5 * _BODY, 10)])


def _shown(typed: str) -> str:
    return f"{typed[:4]}-{typed[4:8]}-{typed[8:12]}-{typed[12]}"
