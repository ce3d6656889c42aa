"""When age takes a class from a licence, as far as the month of the birth tells (139 art. 59)."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from domain.calendar import Calendar
from domain.clocks.clock import Clock
from domain.clocks.inspection import month_end
from domain.clocks.lawful import LawfulDeadline
from domain.clocks.table import TERMS, due
from domain.clocks.terms import Years
from domain.identifiers.licence_classes import LicenceClass
from domain.register.age_limits import AGE_LIMITS, age_exchange
from domain.register.licence import LicenceRecord

_CALENDAR: Final = Calendar()
_AGES: Final = (Clock.OVERAGE_60, Clock.OVERAGE_70)
_FIRST_RULE: Final = next(iter(AGE_LIMITS)).valid_from


def over_age(record: LicenceRecord) -> Iterator[LawfulDeadline]:
    """The exchange of a licence that prints a class which its holder loses at an age.

    Its last day counts from the end of the month in which he reaches the age, because the register
    keeps no day of birth. What was lost at an age before is not lost again.
    """
    if record.birth_month is None:
        return
    months = [(_reached(clock, record.birth_month), clock) for clock in _AGES]
    lost_before = frozenset[LicenceClass]()
    for month, clock in months:
        lost = age_exchange(record.classes, _years(clock), max(month, _FIRST_RULE)).lost
        if lost - lost_before:
            end = month_end(month)
            last = due(Clock.OVERAGE_NOTICE, end, judged_on=_judged(end), calendar=_CALENDAR)
            yield LawfulDeadline(Clock.OVERAGE_NOTICE, last, end)
        lost_before = lost


def _reached(clock: Clock, birth_month: date) -> date:
    return due(clock, birth_month, judged_on=_FIRST_RULE, calendar=_CALENDAR)


def _years(clock: Clock) -> int:
    term = TERMS[clock].rules[-1].value
    assert isinstance(term, Years)
    return term.count


def _judged(day: date) -> date:
    return max(day, _FIRST_RULE)
