"""One row for each network office centre, with what it had to work with day by day."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec
from msgspec.structs import replace

from domain.calendar import local_day
from domain.centres.capacity import Means
from domain.centres.centre import CENTRE
from domain.centres.choices import CentreIncidentKind, CentreRemedy, CentreShift
from domain.centres.events import (
    CentreEvent,
    CentreIncidentRemedied,
    CentreIncidentReported,
    CentreShiftRostered,
)
from domain.centres.state import Centre
from projections.engine.log_reader import Read
from projections.engine.projection import Projection


class MeansOfDay(msgspec.Struct, frozen=True, gc=False):
    """What there was to work with at the end of a day, and until the day of the next."""

    day: date
    means: Means


class OfficersOfDay(msgspec.Struct, frozen=True, gc=False):
    """How many officers were rostered for a shift of a day."""

    day: date
    shift: CentreShift
    officers: int


class EquipmentFault(msgspec.Struct, frozen=True, gc=False):
    """An item was out of order from one instant to the other, or still is."""

    incident: int
    item: str
    since: datetime
    until: datetime | None = None


class CentreRow(msgspec.Struct, frozen=True, gc=False):
    """``centre`` is its state; ``changes`` counts the events that have made the row."""

    stream: UUID
    office: str
    changes: int
    centre: Centre
    means: tuple[MeansOfDay, ...] = ()
    shifts: tuple[OfficersOfDay, ...] = ()
    faults: tuple[EquipmentFault, ...] = ()


def fold(row: CentreRow | None, history: Sequence[Read]) -> CentreRow | None:
    """Pure: the row of the events before and of these."""
    for recorded in history:
        event = recorded.envelope.event
        if not isinstance(event, CentreEvent):
            continue
        if row is None:
            row = CentreRow(recorded.stream, event.office, 0, CENTRE.initial)
        at = recorded.envelope.at
        centre = CENTRE.evolve(row.centre, event)
        row = replace(
            row,
            changes=row.changes + 1,
            centre=centre,
            means=_means(row.means, MeansOfDay(local_day(at), centre.means)),
            shifts=_shifts(row.shifts, event),
            faults=_faults(row.faults, event, at),
        )
    return row


def _means(before: tuple[MeansOfDay, ...], now: MeansOfDay) -> tuple[MeansOfDay, ...]:
    if before and before[-1].day >= now.day:
        return (*before[:-1], MeansOfDay(before[-1].day, now.means))
    return before if before and before[-1].means == now.means else (*before, now)


def _shifts(before: tuple[OfficersOfDay, ...], event: CentreEvent) -> tuple[OfficersOfDay, ...]:
    if not isinstance(event, CentreShiftRostered):
        return before
    others = (each for each in before if (each.day, each.shift) != (event.day, event.shift))
    return (*others, OfficersOfDay(event.day, event.shift, len(event.officers)))


def _faults(
    before: tuple[EquipmentFault, ...], event: CentreEvent, at: datetime
) -> tuple[EquipmentFault, ...]:
    """What is withdrawn is out of order no more, whichever of its incidents was remedied."""
    match event:
        case CentreIncidentReported(kind=CentreIncidentKind.EQUIPMENT_FAULT):
            return (*before, EquipmentFault(event.incident, event.item, at))
        case CentreIncidentRemedied():
            gone = event.item if event.remedy is CentreRemedy.WITHDRAWN else None
            return tuple(
                replace(each, until=at)
                if each.until is None and (each.incident == event.incident or each.item == gone)
                else each
                for each in before
            )
    return before


CENTRES: Final = Projection(
    name="centres",
    of=(CENTRE,),
    tables=Path(__file__).with_name("schema.sql"),
    row=CentreRow,
    fold=fold,
)
