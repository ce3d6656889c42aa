"""An event as it would have been recorded on another day: its days move along."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Any, Final

from msgspec.structs import fields, replace

from domain.calendar import Calendar, local_day
from domain.case.deadlines.days import FIELDS
from domain.case.deadlines.events import DeadlineBroughtForward, DeadlineExtended
from domain.clocks.clock import Clock
from domain.clocks.provisional import IN_WORKING_DAYS
from domain.clocks.table import TERMS, due
from domain.message import Event
from domain.recorded_event import RecordedEvent

_CLOCKS: Final[Mapping[str, Clock]] = MappingProxyType({**FIELDS, "keep_until": Clock.PICKUP_HOLD})
"""The fields that hold the last day of a clock. All other days are just as many days later."""


def moved_to(recorded: RecordedEvent, at: datetime, calendar: Calendar) -> RecordedEvent:
    """The same event at another instant."""
    if at == recorded.at:
        return recorded
    event = _moved(recorded.event, recorded.at, at, calendar)
    return replace(recorded, envelope=replace(recorded.envelope, at=at, event=event))


def _moved(event: Event, before: datetime, after: datetime, calendar: Calendar) -> Event:
    changed: dict[str, Any] = {}
    for field in fields(event):
        told = getattr(event, field.name)
        if isinstance(told, datetime):
            changed[field.name] = told + (after - before)
        elif isinstance(told, date):
            clock = _clock(event, field.name)
            changed[field.name] = _day(told, clock, local_day(before), local_day(after), calendar)
    return replace(event, **changed)


def _clock(event: Event, field: str) -> Clock | None:
    if isinstance(event, DeadlineExtended | DeadlineBroughtForward):
        return Clock(event.clock)
    return _CLOCKS.get(field)


def _day(told: date, clock: Clock | None, before: date, after: date, calendar: Calendar) -> date:
    """A term is counted again from its new beginning, by its clock or by as many working days."""
    if clock and clock in TERMS and told == due(clock, before, judged_on=before, calendar=calendar):
        return due(clock, after, judged_on=after, calendar=calendar)
    if clock in IN_WORKING_DAYS:
        return calendar.add(after, calendar.between(before, told))
    return told + timedelta(days=(after - before).days)
