"""Counts the days of a case again when a holiday notice has been published since (ADR 27).

A day is counted from the day on which its event was recorded, by the calendar that was known
then. As many working days by the calendar of today lead to the day that the law means.
"""

from collections.abc import Iterable, Iterator

from domain.calendar import Calendar, holidays_known, local_day
from domain.case.case import CASE
from domain.case.deadlines.commands import RecountDeadline
from domain.case.deadlines.days import days
from domain.case.deadlines.events import DeadlineBroughtForward, DeadlineExtended
from domain.case.grounds import COUNTED
from domain.clocks.provisional import IN_WORKING_DAYS
from domain.message import Event
from domain.recorded_event import RecordedEvent


def recounts(history: Iterable[RecordedEvent], calendar: Calendar) -> Iterator[RecountDeadline]:
    """What must be recounted: each day that by this calendar is another one."""
    state = CASE.initial
    set_by: dict[str, RecordedEvent] = {}
    for recorded in history:
        before, state = days(state), CASE.evolve(state, recorded.event)
        for clock, on in days(state).items():
            if before.get(clock) != on:
                set_by[clock] = recorded
    for clock, old in days(state).items():
        recorded = set_by[clock]
        known = calendar.as_known(holidays_known(recorded.envelope.rules))
        if clock not in IN_WORKING_DAYS or known is calendar:
            continue
        if _names_a_day(recorded.event):
            new = calendar.working_day_from(old)
        else:
            start = local_day(recorded.at)
            new = calendar.add(start, known.between(start, old))
        if new != old:
            yield RecountDeadline(clock=clock, old=old, new=new)


def _names_a_day(event: Event) -> bool:
    """A relief names a day, and the term ends on that. Otherwise days were counted."""
    if isinstance(event, DeadlineBroughtForward):
        return False
    return isinstance(event, DeadlineExtended) and event.relief not in COUNTED
