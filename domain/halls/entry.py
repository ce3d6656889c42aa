"""Who is let in. A tablet counts its taps, so each is recorded once, however often it is sent."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from domain.aggregate import Ref
from domain.calendar import end_of_day, start_of_day
from domain.circumstances import Circumstances
from domain.clocks.table import PRACTICE
from domain.dated import Dated, Rule
from domain.halls import commands, events
from domain.halls.choices import TurnedAwayFor, VisitAct
from domain.halls.keeping import kept, measures_read
from domain.halls.state import Hall

AT_ONCE: Final = Dated("hall_tap_at_once", Rule(timedelta(seconds=30), date(2000, 1, 1), PRACTICE))
"""What is sent within this time can still be refused at the door. Whoever was let in longer ago
is inside, so a limit that was reached meanwhile does not send him away any more."""


def record_visits(
    current: Hall, command: commands.RecordVisits, at: Circumstances
) -> Sequence[events.HallEvent]:
    """No mask or a temperature turns people away whenever they came, a full hall only at once."""
    last, inside = current.last_of(command.lane), current.inside
    limit = current.limit if kept(current.office, current.day, at).limited_hall else None
    decided: list[events.HallEvent] = []
    for visit in command.visits:
        if visit.number <= last:
            continue
        last = visit.number
        full = limit is not None and inside >= limit and visit.ago_s <= _at_once_s(current)
        event = _decided(current, command.lane, visit, at.now, full=full)
        inside += _moved(event)
        decided.append(event)
    return decided


def measures_of_hall(current: Hall, command: commands.RecordVisits) -> Iterable[Ref[Any]]:
    return measures_read(current.office)


def _decided(
    current: Hall, lane: UUID, visit: commands.DoorTap, now: datetime, *, full: bool
) -> events.HallEvent:
    number, came = visit.number, _within(current.day, now - timedelta(seconds=visit.ago_s))
    if visit.act is VisitAct.LEAVES:
        return events.VisitorLeft(lane=lane, number=number, at=came)
    temperature = visit.temperature
    if visit.masked and temperature is not None and temperature < current.refused_from and not full:
        return events.VisitorAdmitted(lane=lane, number=number, at=came, temperature=temperature)
    return events.VisitorTurnedAway(
        lane=lane,
        number=number,
        at=came,
        reason=_reason(current, visit),
        temperature=temperature,
    )


def _reason(current: Hall, visit: commands.DoorTap) -> TurnedAwayFor:
    """Whoever has no temperature told has none taken, because he had no mask."""
    if visit.temperature is not None and visit.temperature >= current.refused_from:
        return TurnedAwayFor.FEVER
    if not visit.masked or visit.temperature is None:
        return TurnedAwayFor.NO_MASK
    return TurnedAwayFor.FULL


def _moved(event: events.HallEvent) -> int:
    if isinstance(event, events.VisitorAdmitted):
        return 1
    return -1 if isinstance(event, events.VisitorLeft) else 0


def _within(day: date, told: datetime) -> datetime:
    """A tap belongs to the day of its hall, whatever a tablet says of its age."""
    last = end_of_day(day) - timedelta(seconds=1)
    return min(max(told, start_of_day(day)), last)


def _at_once_s(current: Hall) -> float:
    return AT_ONCE.on(current.day).total_seconds()
