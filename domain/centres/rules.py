"""The numbers from which it follows how much a centre can do, with the days from which they hold.

The announcement of 23 February 2020 asks for enough people and for sound equipment, and names no
numbers. They are practice.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from domain.centres.choices import CentreShift, EquipmentCondition
from domain.clocks.table import PRACTICE
from domain.dated import Dated, Rule

_SINCE: Final = date(2000, 1, 1)

SHIFT_HOURS: Final[Dated[Mapping[CentreShift, int]]] = Dated(
    "centre_shift_hours",
    Rule(MappingProxyType({CentreShift.DAY: 7, CentreShift.EVENING: 3}), _SINCE, PRACTICE),
)
"""How many hours of a shift are worked, without breaks."""
CASES_AN_HOUR: Final = Dated("centre_cases_an_hour", Rule(6, _SINCE, PRACTICE))
"""How many applications an officer handles in an hour at a sound workstation."""
PACE: Final[Dated[Mapping[EquipmentCondition, int]]] = Dated(
    "centre_pace",
    Rule(
        MappingProxyType({EquipmentCondition.GOOD: 100, EquipmentCondition.OLD: 70}),
        _SINCE,
        PRACTICE,
    ),
)
"""How fast an officer is at a workstation in that condition, in percent. At others nobody works."""
