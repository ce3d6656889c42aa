"""How long a parcel may take, and how long its number rests. Both are practice."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from domain.calendar import Calendar
from domain.clocks.clock import Clock
from domain.clocks.table import PRACTICE
from domain.clocks.terms import Days, Months, deadline
from domain.dated import Dated, Rule
from domain.periods import add_months


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
ITEM_RESTS: Final = Dated(
    "item_rests",
    Rule(Months(24), date(2016, 1, 1), "UPU S10 asks for twelve, the rest is practice"),
)


def expected_by(handed_over_on: date, reach: Reach, *, judged_on: date, calendar: Calendar) -> date:
    """After this day the office asks where the parcel is."""
    return deadline(handed_over_on, POST_TRANSIT[reach].on(judged_on), calendar)


def rests_until(used_on: date, *, judged_on: date) -> date:
    """The first day on which another parcel may have the number."""
    return add_months(used_on, ITEM_RESTS.on(judged_on).count)
