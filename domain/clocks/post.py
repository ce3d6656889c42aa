"""How long the post may take before the office asks where the parcel is. This is practice."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from domain.calendar import Calendar
from domain.clocks.clock import Clock
from domain.clocks.table import PRACTICE
from domain.clocks.terms import Days, deadline
from domain.dated import Dated, Rule


class Reach(StrEnum):
    """Whether a parcel stays in the prefecture of the sending office."""

    CITY = "city"
    PROVINCE = "province"


POST_TRANSIT: Final[Mapping[Reach, Dated[Days]]] = MappingProxyType(
    {
        Reach.CITY: Dated(Clock.POST_TRANSIT, Rule(Days(3), date(2016, 1, 1), PRACTICE)),
        Reach.PROVINCE: Dated(Clock.POST_TRANSIT, Rule(Days(5), date(2016, 1, 1), PRACTICE)),
    }
)


def expected_by(handed_over_on: date, reach: Reach, *, judged_on: date, calendar: Calendar) -> date:
    return deadline(handed_over_on, POST_TRANSIT[reach].on(judged_on), calendar)
