"""From which day on somebody is reminded of what he loses if he does nothing.

Where the law says from when on a thing can be done, the reminder comes on that day: earlier nobody
could do it. Where it does not, so many days are practice.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from domain.calendar import Calendar
from domain.clocks import inspection
from domain.clocks.clock import Clock
from domain.clocks.table import PRACTICE, TERMS, due
from domain.clocks.terms import Days
from domain.dated import Dated, Rule

_ORDER_139: Final = date(2016, 4, 1)
_CALENDAR: Final = Calendar()
"""None of these terms counts working days, so every calendar gives the same."""
_DAY: Final = timedelta(days=1)

PERMIT_REMINDER: Final = Dated("reminder_permit", Rule(90, _ORDER_139, PRACTICE))
"""So many days before its last one the holder of a learner's permit is reminded.

That is time for the subjects that are left, with their waits and one retest.
"""
AGE_REMINDER: Final = Dated("reminder_age", Rule(30, _ORDER_139, PRACTICE))
"""So many days before the month in which he reaches the age a holder is reminded."""
REMINDER_AGAIN: Final = Dated("reminder_again", Rule(7, _ORDER_139, PRACTICE))
"""So many days later it is looked at again what has become of an application that was open."""


def reminder_day(clock: Clock, last: date, *, judged_on: date) -> date:
    """The first day of the reminder of a deadline whose last day is ``last``.

    Raises ``KeyError`` for a clock of which nobody is reminded.
    """
    return _FIRST_DAYS[clock](last, judged_on)


def _renewal(last: date, judged_on: date) -> date:
    """Renewal opens on it (139 art. 57)."""
    return due(Clock.LIC_RENEW_OPEN, last, judged_on=judged_on, calendar=_CALENDAR)


def _medical(last: date, judged_on: date) -> date:
    """The first day on which a certificate is taken (139 art. 72)."""
    return last - timedelta(days=_days(Clock.LIC_MEDICAL, judged_on)) + _DAY


def _inspection(last: date, judged_on: date) -> date:
    """The first day on which the next mark can be applied for (124 art. 49)."""
    return inspection.opens_on(last, judged_on=judged_on)


def _permit(last: date, judged_on: date) -> date:
    return last - timedelta(days=PERMIT_REMINDER.on(judged_on))


def _age(last: date, judged_on: date) -> date:
    """``last`` is that of ``OVERAGE_NOTICE``, which counts from the end of the month."""
    month = (last - timedelta(days=_days(Clock.OVERAGE_NOTICE, judged_on))).replace(day=1)
    return month - timedelta(days=AGE_REMINDER.on(judged_on))


def _days(clock: Clock, judged_on: date) -> int:
    term = TERMS[clock].on(judged_on)
    assert isinstance(term, Days)
    return term.count


_FIRST_DAYS: Final[Mapping[Clock, Callable[[date, date], date]]] = MappingProxyType(
    {
        Clock.LIC_RENEW: _renewal,
        Clock.LIC_MEDICAL: _medical,
        Clock.INSP_DUE: _inspection,
        Clock.LEARNER_PERMIT: _permit,
        Clock.OVERAGE_NOTICE: _age,
    }
)
AHEAD_AT_MOST: Final[Mapping[Clock, timedelta]] = MappingProxyType(
    {
        Clock.LIC_RENEW: timedelta(days=90),
        Clock.LIC_MEDICAL: timedelta(days=30),
        Clock.INSP_DUE: timedelta(days=95),
        Clock.LEARNER_PERMIT: timedelta(days=90),
        Clock.OVERAGE_NOTICE: timedelta(days=95),
    }
)
"""No reminder comes longer before the last day of its clock."""
