"""The digits of a code. Nothing stores them: they follow from a key, the stream and the number.

Six digits are guessed from a hash in a million steps, so a hash without a key would tell them
to everybody who reads the events, however slowly it is made. The key is the master of the blind
indexes, under a purpose of its own. It is replaced with an overlap: what was asked for under the
one before is sent and confirmed under it.
"""

from typing import Final
from uuid import UUID

from domain.vault import BlindIndex, Purpose

LENGTH: Final = 6
DIGITS: Final = r"^[0-9]{6}$"
"""How they are entered."""


class DigitsLost(Exception):
    """No key at hand makes the digits of this code."""


class Digits:
    """Makes digits, and the indexes by which they are known again."""

    def __init__(self, index: BlindIndex) -> None:
        self._index = index

    def index_to_store(self, stream: UUID, number: str) -> bytes:
        """The index of the digits of a code that is begun now."""
        drawn = _digits(self._index.of(Purpose.DIGITS, _draw(stream, number)))
        return self._index.of(Purpose.DIGITS, _entered(stream, drawn))

    def indexes(self, stream: UUID, digits: str) -> tuple[bytes, ...]:
        """What the digits that somebody enters come to, under every key."""
        return tuple(self._index.all_of(Purpose.DIGITS, _entered(stream, digits)))

    def to_send(self, stream: UUID, number: str, digits_index: bytes) -> str:
        """The digits whose index was stored. Raises :class:`DigitsLost`."""
        for mac in self._index.all_of(Purpose.DIGITS, _draw(stream, number)):
            digits = _digits(mac)
            if digits_index in self.indexes(stream, digits):
                return digits
        raise DigitsLost


def _draw(stream: UUID, number: str) -> str:
    return f"draw\0{stream}\0{number}"


def _entered(stream: UUID, digits: str) -> str:
    return f"entered\0{stream}\0{digits}"


def _digits(mac: bytes) -> str:
    """Six digits of 128 bits, whose bias nobody can see."""
    return f"{int.from_bytes(mac, 'big') % 10**LENGTH:0{LENGTH}d}"
