"""Spans of days whose lengths are powers of eight, so that a few of them make any period."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

SPANS: Final = (1, 8, 64, 512)
"""The lengths in days. A span begins on a multiple of its length, counted from the year 1."""
BEGINNING: Final = date.fromordinal(SPANS[-1] * 1425)
"""A day in 1998, which is before every event."""


class DayRange(NamedTuple):
    """The days from ``first`` to ``last``, both included."""

    first: date
    last: date


class SpanOfDays(NamedTuple):
    """So many days from ``first`` on."""

    days: int
    first: date


@lru_cache(10_000)
def spans_of(day: date) -> tuple[SpanOfDays, ...]:
    """The span of each length to which a day belongs."""
    number = day.toordinal()
    return tuple(SpanOfDays(days, _day(number // days * days)) for days in SPANS)


def covering(first: date, last: date) -> Iterator[SpanOfDays]:
    """Spans that together have every day from ``first`` to ``last`` once, and no other.

    There are at most seven of each length at either end, and those of the greatest between.
    """
    number, end = first.toordinal(), last.toordinal() + 1
    while number < end:
        days = max(d for d in SPANS if number % d == 0 and number + d <= end)
        yield SpanOfDays(days, _day(number))
        number += days


def _day(number: int) -> date:
    """The day of a number. There is no day 0, and spans that begin there have no figures."""
    return date.fromordinal(max(number, 1))
