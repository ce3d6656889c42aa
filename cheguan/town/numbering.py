"""Which numbers the cases of a story have, and where a number lives.

A number says everything about a case, so a town that starts again knows its people. Numbers
from :data:`LIVE` on are of people who apply while the town lives.
"""

from collections.abc import Sequence
from math import ceil
from typing import Final

from cheguan.town.mix import SERVICES

ANYWHERE: Final = range(100_000)
"""The cases of a story of so many, in every city by its weight."""
_ZHENGZHOU: Final = range(100_000, 199_981)
_URGENT: Final = range(199_981, 200_000)
_ELSEWHERE: Final = range(200_000, 300_000)
LIVE: Final = 300_000

ONLINE: Final = 99_600
"""Zhengzhou's online cases from 3 February on. The announcement says "nearly 100,000"."""
URGENT_SERVICE: Final = "temp_plate"
"""The announcement tells of 19 temporary plates for new vehicles that the rescue needed."""
_OTHERS: Final = 10_000
"""The cases of all other cities together. Nobody has told how many those were."""


def of_the_announcement(scale: float) -> Sequence[int]:
    """The numbers of the story that the announcement tells. ``scale`` 1.0 is all of it."""
    urgent = ceil(len(_URGENT) * scale) if URGENT_SERVICE in SERVICES else 0
    return (
        *_ZHENGZHOU[: round(ONLINE * scale)],
        *_URGENT[:urgent],
        *_ELSEWHERE[: round(_OTHERS * scale)],
    )


def in_zhengzhou(number: int) -> bool:
    return number in _ZHENGZHOU or number in _URGENT


def elsewhere(number: int) -> bool:
    """Whether the case is of another city than Zhengzhou."""
    return number in _ELSEWHERE


def urgent(number: int) -> bool:
    """Whether it is one of the vehicles in the green channel."""
    return number in _URGENT


def of_the_story(number: int) -> bool:
    """Whether the announcement tells of it. Then only the urgent are in the green channel."""
    return _ZHENGZHOU.start <= number < LIVE
