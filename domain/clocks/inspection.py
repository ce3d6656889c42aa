"""How often a vehicle is inspected (RTSR art. 16), and when its next mark can be applied for.

Years are counted from the registration. Validity always ends with the last day of a month, which
is the month that the mark shows.
"""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum
from itertools import takewhile
from types import MappingProxyType
from typing import Final, NamedTuple

from domain.clocks.clock import Clock
from domain.clocks.table import OPINIONS, PRACTICE
from domain.clocks.terms import Months
from domain.dated import Dated, Rule
from domain.periods import add_months

_REGULATIONS: Final = date(2004, 5, 1)
_REFORM: Final = date(2020, 11, 20)
_RTSR: Final = "RTSR:16"


class InspectedAs(StrEnum):
    """The groups of vehicles that the regulations tell apart."""

    OPERATING_PASSENGER = "operating_passenger"
    HEAVY = "heavy"
    SMALL_PASSENGER = "small_passenger"
    MOTORCYCLE = "motorcycle"
    SCHOOL_BUS = "school_bus"
    OTHER = "other"


class Every(NamedTuple):
    """An inspection every so many months, as long as the vehicle is younger than ``below`` years.

    Without ``below`` it is for the rest of its life.
    """

    months: int
    below: int | None = None


def _since_2004(group: InspectedAs, *cycles: Every) -> Dated[tuple[Every, ...]]:
    return Dated(f"inspection_{group}", Rule(cycles, _REGULATIONS, _RTSR))


CYCLES: Final[Mapping[InspectedAs, Dated[tuple[Every, ...]]]] = MappingProxyType(
    {
        InspectedAs.OPERATING_PASSENGER: _since_2004(
            InspectedAs.OPERATING_PASSENGER, Every(12, below=5), Every(6)
        ),
        InspectedAs.HEAVY: _since_2004(InspectedAs.HEAVY, Every(12, below=10), Every(6)),
        InspectedAs.SMALL_PASSENGER: Dated(
            "inspection_small_passenger",
            Rule(
                (Every(24, below=6), Every(12, below=15), Every(6)),
                _REGULATIONS,
                _RTSR,
                _REFORM - timedelta(days=1),
            ),
            Rule((Every(24, below=10), Every(12, below=15), Every(6)), _REFORM, PRACTICE),
        ),
        InspectedAs.MOTORCYCLE: _since_2004(InspectedAs.MOTORCYCLE, Every(24, below=4), Every(12)),
        InspectedAs.SCHOOL_BUS: Dated(
            "inspection_school_bus",
            Rule((Every(6),), date(2012, 4, 5), "164:62, and before it as practice"),
        ),
        InspectedAs.OTHER: _since_2004(InspectedAs.OTHER, Every(12)),
    }
)
INSP_OPEN: Final = Dated(Clock.INSP_OPEN, Rule(Months(-3), date(2012, 9, 12), "124:49"))
EXEMPT_YEARS: Final = Dated("exempt_years", Rule(6, date(2014, 9, 1), OPINIONS))
"""The inspections that fall due before this age need no test, only the mark."""
EXEMPT_SEATS: Final = Dated(
    "exempt_seats",
    Rule(6, date(2014, 9, 1), OPINIONS, _REFORM - timedelta(days=1)),
    Rule(9, _REFORM, PRACTICE),
)
"""So many seats an exempt vehicle has at most."""
EXEMPT_MONTHS: Final = Dated("exempt_months", Rule(24, date(2014, 9, 1), OPINIONS))
"""So much later its next mark ends."""


def months_at(group: InspectedAs, age_months: int, *, judged_on: date) -> int:
    """How many months lie between an inspection at this age and the next."""
    cycles = CYCLES[group].on(judged_on)
    return next(
        each.months for each in cycles if each.below is None or age_months < 12 * each.below
    )


def validities(group: InspectedAs, registered_on: date, *, judged_on: date) -> Iterator[date]:
    """The last day of each validity, from the first after the registration on."""
    age = 0
    while True:
        age += months_at(group, age, judged_on=judged_on)
        yield month_end(add_months(registered_on, age))


def validity_on(group: InspectedAs, registered_on: date, day: date, *, judged_on: date) -> date:
    """``INSP_DUE``: the end of the validity in which ``day`` lies, if none was ever missed."""
    return next(end for end in validities(group, registered_on, judged_on=judged_on) if end >= day)


def next_validity(
    group: InspectedAs, registered_on: date, valid_until: date, *, judged_on: date
) -> date:
    """The end of the validity that follows the one that ends on ``valid_until``."""
    months = months_at(group, _months_between(registered_on, valid_until), judged_on=judged_on)
    return month_end(add_months(valid_until, months))


def opens_on(valid_until: date, *, judged_on: date) -> date:
    """``INSP_OPEN``: the first day on which the next mark can be applied for."""
    return add_months(valid_until, INSP_OPEN.on(judged_on).count) + timedelta(days=1)


def needs_no_test(registered_on: date, valid_until: date, *, judged_on: date) -> bool:
    """Whether the inspection at the end of ``valid_until`` falls due before the sixth year ends.

    That at six years of age is made at a station, although the vehicle is not six years old on
    the days when it can be applied for.
    """
    years = EXEMPT_YEARS.on(judged_on)
    return _months_between(registered_on, valid_until) < 12 * years


def exempt_ends(registered_on: date, *, judged_on: date) -> tuple[date, ...]:
    """The ends of validity on which ``INSP_EXEMPT`` is due: those of two years and of four."""
    ends = validities(InspectedAs.SMALL_PASSENGER, registered_on, judged_on=judged_on)
    return tuple(
        takewhile(lambda end: needs_no_test(registered_on, end, judged_on=judged_on), ends)
    )


def month_end(day: date) -> date:
    """The last day of the month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def _months_between(earlier: date, later: date) -> int:
    """Months by the calendar alone, because a mark shows a month and no day."""
    return 12 * (later.year - earlier.year) + later.month - earlier.month
