"""Where a term ends when reliefs are in force.

A deadline is derived anew whenever it is asked for, so a relief that is announced later moves all
that are still open (ADR 45).
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from operator import itemgetter
from typing import Final, TypeAlias

from domain.calendar import Calendar
from domain.clocks.clock import Clock
from domain.clocks.relief import Addition, Relief, Suspension
from domain.clocks.table import TERMS
from domain.clocks.terms import Months, Term, WorkingDays, deadline
from domain.periods import add_months

Span: TypeAlias = tuple[date, date | None]
"""From the first day to the last one, which nobody may know yet."""

_DAY: Final = timedelta(days=1)


def due_with(
    clock: Clock,
    start: date,
    *,
    judged_on: date,
    calendar: Calendar,
    reliefs: Sequence[Relief] = (),
) -> date | None:
    """The last day of a clock of the table, or ``None`` while a relief holds it open."""
    return extended(clock, start, TERMS[clock].on(judged_on), calendar, reliefs)


def extended(
    clock: Clock, start: date, term: Term, calendar: Calendar, reliefs: Sequence[Relief]
) -> date | None:
    """The last day of a term, or ``None`` while a relief without an end holds it open.

    A term that leads back from its start, or ends with it, counts every suspended day.
    """
    last = deadline(start, term, calendar)
    return relieved(
        clock,
        last,
        reliefs,
        since=start if last > start else None,
        worked=calendar if isinstance(term, WorkingDays) else None,
    )


def relieved(
    clock: Clock,
    last: date,
    reliefs: Sequence[Relief],
    *,
    since: date | None = None,
    worked: Calendar | None = None,
) -> date | None:
    """The deadline with all reliefs, or ``None`` while a suspension without an end holds it open.

    ``last`` is that of the law. ``since`` is the day from which the clock counts, if there is
    one: that day itself is never counted. ``worked`` is the calendar of a clock that counts
    working days. The order of the reliefs does not matter. Of several additions the longest
    holds, and suspended days come on top. A deadline that had passed before a suspension began
    is not revived, unless the suspension says so.
    """
    mine = [relief for relief in reliefs if clock in relief.clocks]
    last = max([last, *(_added(last, each) for each in mine if isinstance(each, Addition))])
    suspensions = [each for each in mine if isinstance(each, Suspension)]
    spans = [(each.first, each.last) for each in suspensions]
    found = interrupted(last, spans, since=since, worked=worked)
    for revived in sorted(each.first for each in suspensions if each.revive):
        if found is not None and found < revived:
            found = interrupted(revived, spans, since=since, worked=worked)
    return found


def interrupted(
    last: date,
    spans: Iterable[Span],
    *,
    since: date | None = None,
    worked: Calendar | None = None,
) -> date | None:
    """The last day of a term that stands still on the days of the spans, if it was not over yet."""
    for first, until in _merged(spans):
        if last < first:
            break
        if until is None:
            return None
        begun = first if since is None else max(first, since + _DAY)
        last = _after(last, begun, until, worked)
    return last


def _after(last: date, begun: date, until: date, worked: Calendar | None) -> date:
    """The last day after a suspension, none of whose days is counted."""
    if until < begun:
        return last
    if worked is not None:
        return worked.add(last, worked.between(begun - _DAY, until))
    return last + min(until - begun + _DAY, date.max - last)


def _added(last: date, addition: Addition) -> date:
    if not addition.first <= last <= addition.last:
        return last
    if isinstance(addition.term, Months):
        return add_months(last, addition.term.count)
    return last + timedelta(days=addition.term.count)


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans in their order. No day is in two of them."""
    first: date | None = None
    last: date | None = None
    for begun, ended in sorted(spans, key=itemgetter(0)):
        if first is not None and (last is None or begun <= last + _DAY):
            last = None if last is None or ended is None else max(last, ended)
            continue
        if first is not None:
            yield first, last
        first, last = begun, ended
    if first is not None:
        yield first, last
