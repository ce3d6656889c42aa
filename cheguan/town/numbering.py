"""Which numbers the cases of a story have, and where a number lives.

A number says everything about a case, so a town that starts again knows its people. Numbers
from :data:`LIVE` on are of people who apply while the town lives.
"""

from collections.abc import Sequence
from typing import Final

ANYWHERE: Final = range(100_000)
"""The cases of a story of so many, in every city by its weight."""
_ZHENGZHOU: Final = range(100_000, 199_981)
_URGENT: Final = range(199_981, 200_000)
_ELSEWHERE: Final = range(200_000, 270_000)
_BY_APPOINTMENT: Final = range(270_000, 279_904)
_LEARNERS: Final = range(279_904, 280_000)
_AT_WINDOWS: Final = range(280_000, 299_986)
_AMBULANCES: Final = range(299_986, 300_000)
LIVE: Final = 300_000

ONLINE: Final = 99_600
"""Zhengzhou's online cases from 3 February on. The announcement says "nearly 100,000"."""
URGENT_SERVICE: Final = "temp_plate"
"""The announcement tells of 19 temporary plates for new vehicles that the rescue needed."""
AMBULANCE_SERVICE: Final = "reg_ambulance"
"""And of 14 ambulances that were registered, which is done at a window."""
LEARNER_SERVICE: Final = "exam_booking"
"""Whoever had booked an examination before the sites closed may cancel, says the announcement. It
tells of no number, so that of the learners is ours."""
_OTHERS: Final = 10_000
"""The cases of all other cities together. Nobody has told how many those were."""
_VISITS: Final = 5_000
"""The cases of all windows together once they open. Nobody has told how many those were."""
_ONE_VISIT_IN: Final = 20
_APPOINTMENTS: Final = 4_000
"""The appointments that are made once places give any. Nobody has told how many those were."""
_ONE_APPOINTMENT_IN: Final = 25


def of_the_announcement(scale: float) -> Sequence[int]:
    """The numbers of the story that the announcement tells. ``scale`` 1.0 is all of it.

    The vehicles in the green channel are those that it counts, at any scale, and so are
    the learners of the examinations that were booked in January.
    """
    return (
        *_ZHENGZHOU[: round(ONLINE * scale)],
        *_ELSEWHERE[: round(_OTHERS * scale)],
        *_BY_APPOINTMENT[: round(_APPOINTMENTS * scale)],
        *_AT_WINDOWS[: round(_VISITS * scale)],
        *_LEARNERS,
        *_URGENT,
        *_AMBULANCES,
    )


def of_so_many(cases: int) -> Sequence[int]:
    """The numbers of a story of so many online cases in every city, with what windows do beside."""
    return (
        *ANYWHERE[:cases],
        *_BY_APPOINTMENT[: cases // _ONE_APPOINTMENT_IN],
        *_AT_WINDOWS[: cases // _ONE_VISIT_IN],
        *_LEARNERS,
        *_URGENT,
        *_AMBULANCES,
    )


def in_zhengzhou(number: int) -> bool:
    return number in _ZHENGZHOU or urgent(number) or is_ambulance(number)


def at_window(number: int) -> bool:
    """Whether somebody comes to a window that is open again."""
    return number in _AT_WINDOWS


def by_appointment(number: int) -> bool:
    """Whether somebody makes an appointment, once a place gives any."""
    return number in _BY_APPOINTMENT


def is_ambulance(number: int) -> bool:
    return number in _AMBULANCES


def elsewhere(number: int) -> bool:
    """Whether the case is of another city than Zhengzhou."""
    return number in _ELSEWHERE


def learner(number: int) -> int | None:
    """Which of the learners it is who booked an examination in January, counted from 0."""
    return number - _LEARNERS.start if number in _LEARNERS else None


def urgent(number: int) -> bool:
    """Whether it is one of the new vehicles that get a temporary plate in the green channel."""
    return number in _URGENT


def of_the_story(number: int) -> bool:
    """Whether the announcement tells of it. Then only the urgent are in the green channel."""
    return _ZHENGZHOU.start <= number < LIVE
