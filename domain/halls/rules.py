"""The numbers by which a hall is kept, with the days from which they hold.

The announcement of 23 February 2020 asks for cleaning, disinfection, masks and temperatures, and
names no numbers. They are the practice of that spring.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

import msgspec

from domain.dated import Dated, Rule
from domain.halls.choices import HallArea
from domain.offices.office import OfficeKind

_SINCE: Final = date(2000, 1, 1)
_PRACTICE: Final = "practice of spring 2020; announcement of 2020-02-23 without a number"


class AreaRounds(msgspec.Struct, frozen=True, gc=False):
    """How often an area is cleaned and disinfected on a day."""

    area: HallArea
    cleaning: int
    disinfection: int


ROUNDS: Final = Dated(
    "hall_rounds",
    Rule(
        (
            AreaRounds(HallArea.CORRIDORS, 2, 2),
            AreaRounds(HallArea.LIFTS, 2, 3),
            AreaRounds(HallArea.HALL, 3, 2),
            AreaRounds(HallArea.COUNTERS, 2, 2),
            AreaRounds(HallArea.FACILITIES, 2, 2),
        ),
        _SINCE,
        _PRACTICE,
    ),
)
"""Which areas, and how many rounds a day. Lifts are touched most."""
REFUSED_FROM: Final = Dated("hall_refused_from", Rule(373, _SINCE, _PRACTICE))
"""Nobody comes in from this temperature on, in tenths of a degree Celsius: 37.3 °C."""
LIMITS: Final[Dated[Mapping[OfficeKind, int]]] = Dated(
    "hall_limit",
    Rule(
        MappingProxyType(
            {
                OfficeKind.VEHICLE_OFFICE: 60,
                OfficeKind.BRANCH: 30,
                OfficeKind.SERVICE_STATION: 30,
                OfficeKind.SERVICE_HALL: 20,
                OfficeKind.COUNTY_OFFICE: 30,
                OfficeKind.SQUAD: 15,
            }
        ),
        _SINCE,
        _PRACTICE,
    ),
)
"""How many people are in a hall at most, by the kind of its office. Whoever is on duty may set
another limit for the day. The kinds that stand here are those that keep a hall of their own."""
