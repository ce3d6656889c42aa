"""Attacks by guesses at the applications of others."""

import os
from collections.abc import Callable
from itertools import count, islice
from typing import Final

from domain.identifiers.reference import BYTES, draw
from tests.hostile.assault import Assault, Size
from tests.hostile.attack import Attack

_OF_A_REFERENCE: Final = 8
_OF_AN_ADDRESS: Final = 40
"""So many comparisons may an attacker have of the ten thousand endings there are."""
_AFTER_ONE_ANOTHER: Final = 20


async def _ending_guessed(assault: Assault) -> None:
    """The reference lies on a counter, and the last four characters of the ID are guessed."""
    await _guessed(assault, lambda _: assault.victim.reference, _OF_A_REFERENCE)


async def _reference_guessed(assault: Assault) -> None:
    """Every guess has another reference, whose check character is right."""
    await _guessed(assault, lambda _: draw(os.urandom(BYTES)), _OF_AN_ADDRESS)


async def _guessed(assault: Assault, of: Callable[[int], str], most: int) -> None:
    """Guesses as fast as it is let. At most so many guesses may be compared with anything."""
    turns, compared = count(), 0

    async def one(number: int) -> None:
        nonlocal compared
        for turn in islice(turns, _AFTER_ONE_ANOTHER):
            guess = assault.asking.guess(of(turn), f"{turn % 10_000:04d}")
            status = (await assault.ask(number, guess)).status
            compared += status not in {429, 503}

    await assault.crowd(one)
    assault.saw["compared"] += compared
    assault.that(compared <= most, f"more than {most} guesses were compared")


GUESSES: Final = (
    Attack(
        "guesses of the last four",
        "{size.attackers} clients from one address guess the end of the ID of a known reference.",
        "attempts of a reference and of an address",
        _ending_guessed,
        full=Size(8, 0, 6),
        short=Size(6, 0, 0.8),
    ),
    Attack(
        "guesses of references",
        "{size.attackers} clients from one address guess references and endings.",
        "attempts of an address",
        _reference_guessed,
        full=Size(8, 0, 6),
        short=Size(6, 0, 1.0),
    ),
    Attack(
        "guesses from everywhere",
        "The same {size.attackers} from as many addresses.",
        "attempts of a reference",
        _ending_guessed,
        full=Size(40, 0, 6),
        short=None,
        addresses=40,
    ),
)
