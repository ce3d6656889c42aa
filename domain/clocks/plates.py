"""How long a temporary plate is good, and how long a number stays reserved."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from domain.calendar import Calendar
from domain.clocks.clock import Clock
from domain.clocks.extended import extended
from domain.clocks.relief import Relief
from domain.clocks.table import PRACTICE, TERMS
from domain.clocks.terms import Days, Months, Term, WorkingDays, deadline
from domain.dated import Dated, Rule

_ORDER_124: Final = date(2012, 9, 12)
_LAST_OF_124: Final = date(2022, 4, 30)
_ORDER_164: Final = date(2022, 5, 1)


class TemporaryUse(StrEnum):
    """What a temporary plate is for: driving within or across areas, a test, a special vehicle."""

    WITHIN = "within"
    ACROSS = "across"
    TEST = "test"
    SPECIAL = "special"


NUMBER_KEPT: Final = Dated(
    "number_kept",
    Rule(6, _ORDER_124, "124:52", date(2018, 8, 31)),
    Rule(12, date(2018, 9, 1), "reform of plates, as remembered", _LAST_OF_124),
    Rule(24, _ORDER_164, "164:44"),
)
"""So many months the owner of a vehicle that has borne a number may have it for another one."""


def _plate(before: Term, since: Term) -> Dated[Term]:
    return Dated(
        Clock.TEMP_PLATE,
        Rule(before, _ORDER_124, "124:46", _LAST_OF_124),
        Rule(since, _ORDER_164, "164:47"),
    )


TEMP_PLATE: Final[Mapping[TemporaryUse, Dated[Term]]] = MappingProxyType(
    {
        TemporaryUse.WITHIN: _plate(Days(15), Days(30)),
        TemporaryUse.ACROSS: _plate(Days(30), Days(30)),
        TemporaryUse.TEST: _plate(Days(90), Months(6)),
        TemporaryUse.SPECIAL: _plate(Days(90), Days(90)),
    }
)


TEMPORARY_MOST: Final = Dated("temp_plate_most", Rule(3, _ORDER_124, "124:46"))
"""So many temporary plates a vehicle gets at most before its registration."""


def temporary_until(
    issued_on: date, use: TemporaryUse, *, judged_on: date, calendar: Calendar
) -> date:
    """The last day that the law allows. From the next day on the plate is void."""
    return deadline(issued_on, TEMP_PLATE[use].on(judged_on), calendar)


PRESELECT_SESSION: Final = Dated(
    Clock.PRESELECT_SESSION, Rule(timedelta(minutes=20), date(2016, 1, 1), PRACTICE)
)
PRESELECT_HOLD: Final = Dated(
    Clock.PRESELECT_HOLD, Rule(WorkingDays(15), date(2016, 1, 1), PRACTICE)
)
"""For a region that has set no other number of days."""
_OWN_HOLDS: Final[Mapping[str, Dated[WorkingDays]]] = MappingProxyType({})
"""By region: what it has set itself. Three, five and fifteen days are known of other provinces."""
PRESELECT_REOPENED: Final = Dated(
    "preselect_reopened", Rule(WorkingDays(15), date(2016, 1, 1), PRACTICE)
)
"""So many days whoever has a number has at least, once registration is open again."""
PRESELECT_OFFER: Final = Dated("preselect_offer", Rule(90, date(2016, 1, 1), PRACTICE))
"""So many seconds somebody has to choose among the numbers of a batch."""
PRESELECT_BATCHES: Final = Dated("preselect_batches", Rule(5, date(2016, 1, 1), PRACTICE))
PRESELECT_TRIES: Final = Dated("preselect_tries", Rule(20, date(2016, 1, 1), PRACTICE))


def hold_of(office: str) -> Dated[WorkingDays]:
    """How long a number stays reserved in the region of the office."""
    return _OWN_HOLDS.get(office[:6], PRESELECT_HOLD)


def registered_after_opening(opened_on: date, calendar: Calendar) -> date:
    """The last day on which a reserved number is used at least, after registration has opened."""
    return calendar.add(opened_on, PRESELECT_REOPENED.on(opened_on).count)


def chosen_until(opened_at: datetime, *, judged_on: date) -> datetime:
    """The instant at which a session ends in which somebody chooses a number."""
    return opened_at + PRESELECT_SESSION.on(judged_on)


def reserved_until(
    reserved_on: date, working_days: int, calendar: Calendar, reliefs: Sequence[Relief] = ()
) -> date | None:
    """The last day of ``PRESELECT_HOLD``, or ``None`` while a relief holds it open.

    Each region has its own number of working days.
    """
    term = WorkingDays(working_days)
    return extended(Clock.PRESELECT_HOLD, reserved_on, term, calendar, reliefs)


def barred_until(
    reserved_on: date,
    working_days: int,
    *,
    judged_on: date,
    calendar: Calendar,
    reliefs: Sequence[Relief] = (),
) -> date | None:
    """The last day of ``BLACKLIST`` for whoever lets a reserved number lapse.

    It begins when the reservation ends. So nobody is barred while a relief holds the number
    open, which is ``None``.
    """
    lapsed_on = reserved_until(reserved_on, working_days, calendar, reliefs)
    if lapsed_on is None:
        return None
    return deadline(lapsed_on, TERMS[Clock.BLACKLIST].on(judged_on), calendar)
