"""Which plate numbers are drawn, and in which order (124 art. 36; GA 36).

Whoever has the seed of a day finds the same numbers, in any language. ``docs/draws.md`` tells the
method in full, with examples.
"""

import hmac
from collections.abc import Iterator, Mapping
from math import prod
from types import MappingProxyType
from typing import Final, NamedTuple
from uuid import UUID

from domain.identifiers.plate import SERIALS, PlateKind

SEED_BYTES: Final = 32
ATTEMPTS: Final = 65_536
"""So many serials are drawn for a batch at most, the invalid ones counted."""

DIGITS: Final = "0123456789"
CHARACTERS: Final = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Digits and letters in the order of their numbers 0 to 33. I and O are no letters of a plate."""

_WORD: Final = 2**64
_ORDINARY: Final = (CHARACTERS,) * 5
_LETTER: Final = ""
_PLACES: Final[Mapping[PlateKind, tuple[str, ...]]] = MappingProxyType(
    {
        PlateKind.LARGE_CAR: _ORDINARY,
        PlateKind.SMALL_CAR: _ORDINARY,
        PlateKind.MOTORCYCLE: _ORDINARY,
        PlateKind.MOPED: _ORDINARY,
        PlateKind.LOW_SPEED: _ORDINARY,
        PlateKind.LARGE_NEV: (*(DIGITS,) * 5, _LETTER),
        PlateKind.SMALL_NEV: (_LETTER, CHARACTERS, *(DIGITS,) * 4),
    }
)
"""What may stand at each place of a serial. An empty place takes the letters of the energy."""


class NumberSeries(NamedTuple):
    """The numbers from which one is drawn: of a kind of plate, under an issuing prefix.

    ``prefix`` is 豫 and the issuing letter. ``letters`` are those that may tell the energy on a
    new-energy plate, in alphabetical order: ``D``, ``F`` or ``DF``; of other kinds there are none.
    """

    kind: PlateKind
    prefix: str
    letters: str = ""

    def places(self) -> tuple[str, ...]:
        """The characters that may stand at each place. Raises ``ValueError`` if there are none."""
        places = _PLACES.get(self.kind)
        if places is None or (_LETTER in places) is not bool(self.letters):
            raise ValueError(f"no series to draw from: {self}")
        return tuple(place or self.letters for place in places)


def candidates(seed: bytes, session: UUID, batch: int, series: NumberSeries) -> Iterator[str]:
    """The numbers that a session is offered in its batch ``batch``, in the order of the draw.

    They are whole numbers such as 豫A12345, and none comes twice. The first that are free make
    the offer; whoever offers passes over the others, and says which. Every valid serial is as
    likely as every other: what is no serial of the kind is drawn again, and so is a word that
    would favour the first serials. After :data:`ATTEMPTS` attempts the numbers end.

    ``seed`` has 32 bytes and is that of the prefecture and the local day; ``session`` is the id
    of the session, which nobody can choose; ``batch`` counts from 1. Raises ``ValueError`` for
    any other seed or batch, and for a series of which nothing is drawn.
    """
    if len(seed) != SEED_BYTES or batch < 1:
        raise ValueError("a seed has 32 bytes, and batches count from 1")
    return _drawn(seed, session, batch, series, series.places())


def _drawn(
    seed: bytes, session: UUID, batch: int, series: NumberSeries, places: tuple[str, ...]
) -> Iterator[str]:
    size = prod(map(len, places))
    fair = _WORD - _WORD % size
    serials, told = SERIALS[series.kind], set[str]()
    begun = f"cheguan-draw-1:{session}:{batch}:{series.kind}:{series.prefix}:{series.letters}:"
    for attempt in range(ATTEMPTS):
        mac = hmac.digest(seed, f"{begun}{attempt}".encode(), "sha256")
        word = int.from_bytes(mac[:8], "big")
        if word >= fair:
            continue
        serial = _serial(word % size, places)
        if serial not in told and serials.fullmatch(serial):
            told.add(serial)
            yield series.prefix + serial


def _serial(number: int, places: tuple[str, ...]) -> str:
    """Writes the number in the characters of the places, of which the last counts the ones."""
    written = []
    for characters in reversed(places):
        number, digit = divmod(number, len(characters))
        written.append(characters[digit])
    return "".join(reversed(written))
