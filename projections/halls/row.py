"""One row for each hall and day, and what is counted of it."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec
from msgspec.structs import replace

from domain.calendar import OFFICE_ZONE, local_day
from domain.halls.events import (
    HallDayBegun,
    HallEvent,
    HallOpened,
    VisitorAdmitted,
    VisitorTurnedAway,
)
from domain.halls.hall import HALL
from domain.halls.state import Hall
from projections.engine.log_reader import Read
from projections.engine.projection import Figures, Projection
from projections.throughput.definitions.halls import (
    ADMITTED,
    CLEANED,
    CLEANING_REQUIRED,
    DISINFECTED,
    DISINFECTION_REQUIRED,
    TURNED_AWAY,
)

ALL_DAY: Final = -1
"""The hour of what belongs to none."""


class HourlyCount(msgspec.Struct, frozen=True, gc=False):
    """So many people came in an hour of the office's clock, and this became of them.

    ``on`` is the day on which a tablet told of them, if that was later than the day of the hall.
    They count on it, because nothing is added to a day that is over (ADR 71).
    """

    hour: int
    name: str
    people: int
    on: date | None = None


class HallRow(msgspec.Struct, frozen=True, gc=False):
    """``hall`` is its state. ``opened``: the doors were opened on the day."""

    stream: UUID
    office: str
    day: date
    hall: Hall
    opened: bool = False
    hours: tuple[HourlyCount, ...] = ()


class HallFigure(msgspec.Struct, frozen=True):
    """The key of a figure. ``hour`` is -1 for what belongs to no hour."""

    day: date
    office: str
    name: str
    hour: int


def fold(row: HallRow | None, history: Sequence[Read]) -> HallRow | None:
    """Pure: the row of the events before and of these."""
    for recorded in history:
        event = recorded.envelope.event
        if isinstance(event, HallDayBegun):
            row = HallRow(recorded.stream, event.office, event.day, HALL.initial)
        if row is not None and isinstance(event, HallEvent):
            told_on = local_day(recorded.envelope.at)
            row = _counted(replace(row, hall=HALL.evolve(row.hall, event)), event, told_on)
    return row


def _counted(row: HallRow, event: HallEvent, told_on: date) -> HallRow:
    on = told_on if told_on > row.day else None
    match event:
        case HallOpened():
            return replace(row, opened=True)
        case VisitorAdmitted(at=at):
            return _came(row, at, ADMITTED, on)
        case VisitorTurnedAway(at=at, reason=reason):
            return _came(row, at, f"{TURNED_AWAY}:{reason}", on)
    return row


def _came(row: HallRow, at: datetime, name: str, on: date | None) -> HallRow:
    hour = at.astimezone(OFFICE_ZONE).hour
    one = HourlyCount(hour, name, 1, on)
    others = []
    for each in row.hours:
        if (each.hour, each.name, each.on) == (hour, name, on):
            one = replace(one, people=each.people + 1)
        else:
            others.append(each)
    return replace(row, hours=tuple(sorted((*others, one), key=_place)))


def _place(each: HourlyCount) -> tuple[date, int, str]:
    return each.on or date.min, each.hour, each.name


def contribution(row: HallRow) -> Figures:
    """Rounds count in a hall that opened, and of an area no more than are required of it."""
    found = {
        (each.on or row.day, row.office, each.name, each.hour): each.people for each in row.hours
    }
    if not row.opened:
        return found
    rounds = {CLEANED: 0, CLEANING_REQUIRED: 0, DISINFECTED: 0, DISINFECTION_REQUIRED: 0}
    for each in row.hall.rounds:
        done = row.hall.done_in(each.area)
        rounds[CLEANED] += min(done.cleaned, each.cleaning)
        rounds[CLEANING_REQUIRED] += each.cleaning
        rounds[DISINFECTED] += min(done.disinfected, each.disinfection)
        rounds[DISINFECTION_REQUIRED] += each.disinfection
    return {
        **found,
        **{(row.day, row.office, name, ALL_DAY): value for name, value in rounds.items() if value},
    }


HALLS: Final = Projection(
    name="halls",
    of=(HALL,),
    tables=Path(__file__).with_name("schema.sql"),
    row=HallRow,
    fold=fold,
    contribution=contribution,
    figure=HallFigure,
)
