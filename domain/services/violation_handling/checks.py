"""The checks of a violation that is handled online: whose it is, and what it adds up to."""

from typing import Any, Final

from domain.register.licence import LicenceState
from domain.register.validity import POINTS_LIMIT
from domain.services.checks.check import Check
from domain.services.checks.licence import licence_state
from domain.services.given import Given
from domain.titles import Title

LICENCE_USABLE: Final = licence_state(
    {LicenceState.VIOLATION_OPEN, LicenceState.ACCIDENT_OPEN, LicenceState.OTHER}
)
"""Whoever has violations open must be able to settle them."""


def _own_vehicle(given: Given[Any]) -> bool | None:
    """Of another's vehicle the register does not know with whom it is filed, or since when."""
    if given.vehicle is None or given.vehicle.owner != given.applicant:
        return None
    return True


def _below_the_limit(given: Given[Any]) -> bool | None:
    """The points of the running cycle and those of the violation stay below twelve."""
    if given.licence is None:
        return None
    running = [cycle.points for cycle in given.licence.cycles if cycle.ends_on >= given.today]
    return bool(sum(running) + given.facts.points < POINTS_LIMIT.on(given.today))


VEHICLE_OF_DRIVER: Final = Check(
    "C-FILED",
    Title("机动车备案情况核对", "Own vehicle, or filed with the driver"),
    "R-NOT-FILED",
    Title(
        zh="该机动车不是申请人本人的，也未在违法行为发生前与申请人备案。请先备案，或者到违法处理窗口办理。",
        en="The vehicle is not the applicant's own and was not filed with him before the "
        "violation. File it first, or go to the violations window.",
    ),
    _own_vehicle,
)
POINTS_LEFT: Final = Check(
    "C-POINTS",
    Title("累积记分核对", "Points below the limit"),
    "R-POINTS",
    Title(
        zh="处理该违法行为后，本记分周期累积记分将达到12分。请到违法处理窗口办理，并参加满分教育。",
        en="With this violation the points of the cycle reach 12. Go to the violations window, and "
        "attend the education that follows.",
    ),
    _below_the_limit,
)
