"""A row a record of the register: by which days its owner or holder loses what, if at all.

The days are those of the law. What a relief does to them is asked when somebody is reminded.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import reduce
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final
from uuid import UUID

import msgspec
from msgspec.structs import replace

from domain.aggregate import Aggregate
from domain.learner_permits.events import LearnerPermitEvent, LearnerPermitIssued
from domain.learner_permits.learner_permit import LEARNER_PERMIT
from domain.learner_permits.state import PermitOnRecord
from domain.licences.duties import timed as bare_licence
from domain.licences.events import LicenceEvent
from domain.licences.licence import LICENCE
from domain.register.learner_permit import LearnerPermitRecord
from domain.register.reminder_topic import ReminderTopic
from domain.reminders.rights import rights
from domain.vehicles.timers import timed as bare_vehicle
from domain.vehicles.vehicle import VEHICLE
from projections.engine.log_reader import Read
from projections.engine.projection import Projection

_encode: Final = msgspec.json.Encoder(order="deterministic").encode


class RightsRow(msgspec.Struct, frozen=True, gc=False):
    """``kind`` is that of the record. A day is None where nothing can be lost.

    Of two ages at which a licence loses a class there are both. ``state`` is JSON of what the days
    follow from. Nothing in it tells whose the record is.
    """

    stream: UUID
    kind: str
    office: str
    renewal_on: date | None
    medical_on: date | None
    inspection_on: date | None
    learner_permit_on: date | None
    over_age_on: date | None
    over_age_again_on: date | None
    state: msgspec.Raw


def _bare_permit(current: PermitOnRecord) -> PermitOnRecord:
    """What was passed counts here, and what was undone of it."""
    return replace(
        current,
        record=_of_nobody(current.record),
        entered=current.entered and _of_nobody(current.entered),
        since=tuple(
            replace(each, record=_of_nobody(each.record))
            if isinstance(each, LearnerPermitIssued)
            else each
            for each in current.since
        ),
    )


def _of_nobody(record: LearnerPermitRecord) -> LearnerPermitRecord:
    return replace(record, holder=b"", permit_no=None)


_BARE: Final[Mapping[str, Callable[[Any], Any]]] = MappingProxyType(
    {
        VEHICLE.kind: bare_vehicle,
        LICENCE.kind: bare_licence,
        LEARNER_PERMIT.kind: _bare_permit,
    }
)
_KINDS: Final[Mapping[str, Aggregate[Any]]] = MappingProxyType(
    {each.kind: each for each in (VEHICLE, LICENCE, LEARNER_PERMIT)}
)
_DECODE: Final[Mapping[str, Callable[[bytes], Any]]] = MappingProxyType(
    {kind: msgspec.json.Decoder(type(of.initial)).decode for kind, of in _KINDS.items()}
)


def fold(row: RightsRow | None, history: Sequence[Read]) -> RightsRow | None:
    """Pure: the row of the events before and of these."""
    if not history:
        return row
    of = _KINDS[row.kind] if row else _kind_of(history[0])
    before = _DECODE[row.kind](bytes(row.state)) if row else of.initial
    events = (recorded.envelope.event for recorded in history)
    after = _BARE[of.kind](reduce(of.evolve, events, before))
    return row if row and after == before else _row(history[-1].stream, of.kind, after)


def _kind_of(recorded: Read) -> Aggregate[Any]:
    event = recorded.envelope.event
    if isinstance(event, LicenceEvent):
        return LICENCE
    return LEARNER_PERMIT if isinstance(event, LearnerPermitEvent) else VEHICLE


def _row(stream: UUID, kind: str, current: Any) -> RightsRow:
    days: dict[ReminderTopic, list[date]] = {topic: [] for topic in ReminderTopic}
    for each in rights(current):
        days[each.topic].append(each.by_law.last)
    first = {topic: min(found, default=None) for topic, found in days.items()}
    ages = sorted(days[ReminderTopic.OVER_AGE])
    return RightsRow(
        stream=stream,
        kind=kind,
        office=current.record.office,
        renewal_on=first[ReminderTopic.RENEWAL],
        medical_on=first[ReminderTopic.MEDICAL],
        inspection_on=first[ReminderTopic.INSPECTION],
        learner_permit_on=first[ReminderTopic.LEARNER_PERMIT],
        over_age_on=first[ReminderTopic.OVER_AGE],
        over_age_again_on=ages[1] if len(ages) > 1 else None,
        state=msgspec.Raw(_encode(current)),
    )


RIGHTS: Final = Projection(
    name="rights",
    of=(VEHICLE, LICENCE, LEARNER_PERMIT),
    tables=Path(__file__).with_name("rights.sql"),
    row=RightsRow,
    fold=fold,
)
