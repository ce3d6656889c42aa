"""The code by which an instrument is verified: it names the instrument, and is signed.

It has 40 characters of Crockford's base32, in groups of five: the id of the case (16 bytes), the
version of the event (2 bytes), and the first 7 bytes of an HMAC-SHA-256 of both under the name
key. That key is never replaced, so a paper can be verified as long as the store is kept. Whoever
makes a code up has to know a case, whose id has 74 random bits, and to hit one of 2⁵⁶ signatures.
"""

import hmac
from typing import Final, NamedTuple
from uuid import UUID

from domain.identifiers.reference import ALPHABET
from domain.identifiers.text import squeezed
from domain.vault import BlindIndex, Purpose

_CASE: Final = 16
_VERSION: Final = 2
_SIGNED: Final = 7
_BYTES: Final = _CASE + _VERSION + _SIGNED
_LENGTH: Final = _BYTES * 8 // 5
_GROUP: Final = 5
_VALUES: Final = {character: value for value, character in enumerate(ALPHABET)}
_MISREAD: Final = str.maketrans("ILO", "110")


class NamedInstrument(NamedTuple):
    """The case, and the version of the event that the instrument tells."""

    case: UUID
    version: int


def code_of(named: NamedInstrument, key: BlindIndex) -> str:
    """The code with its dashes. ``key`` is the index under the name key."""
    written = named.case.bytes + named.version.to_bytes(_VERSION, "big")
    number = int.from_bytes(written + _signature(written, key), "big")
    text = "".join(ALPHABET[number >> shift & 31] for shift in range(_BYTES * 8 - 5, -1, -5))
    return "-".join(text[place : place + _GROUP] for place in range(0, _LENGTH, _GROUP))


def named_by(text: str, key: BlindIndex) -> NamedInstrument | None:
    """What a code names. None for a text that is no code of ours.

    Lower case, missing dashes, I or L for 1, and O for 0 are forgiven.
    """
    typed = squeezed(text, "-").translate(_MISREAD)
    if len(typed) != _LENGTH or not set(typed) <= _VALUES.keys():
        return None
    number = 0
    for character in typed:
        number = number << 5 | _VALUES[character]
    raw = number.to_bytes(_BYTES, "big")
    written, signature = raw[:-_SIGNED], raw[-_SIGNED:]
    if not hmac.compare_digest(signature, _signature(written, key)):
        return None
    return NamedInstrument(UUID(bytes=written[:_CASE]), int.from_bytes(written[_CASE:], "big"))


def _signature(written: bytes, key: BlindIndex) -> bytes:
    return key.of(Purpose.INSTRUMENT, written.hex())[:_SIGNED]
