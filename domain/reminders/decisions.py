"""Whether somebody is reminded now. The record and the reliefs are asked under guard."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from domain.aggregate import Aggregate, Ref
from domain.circumstances import Circumstances
from domain.clocks.reminders import REMINDER_AGAIN
from domain.learner_permits.learner_permit import LEARNER_PERMIT
from domain.licences.licence import LICENCE
from domain.register.contact import FiledContact
from domain.register.reminder_topic import ReminderTopic
from domain.reliefs.effect import OF_THE_PROVINCE, moved_at
from domain.reminders import events
from domain.reminders.commands import RemindHolder
from domain.reminders.kinds import DropReason, PutOffReason, ReminderStage
from domain.reminders.rights import OnRecord, Right, reminded_from, right_of
from domain.reminders.state import Reminder
from domain.vehicles.vehicle import VEHICLE

OF_RECORDS: Final[Mapping[ReminderTopic, Aggregate[Any]]] = MappingProxyType(
    {
        ReminderTopic.RENEWAL: LICENCE,
        ReminderTopic.MEDICAL: LICENCE,
        ReminderTopic.OVER_AGE: LICENCE,
        ReminderTopic.INSPECTION: VEHICLE,
        ReminderTopic.LEARNER_PERMIT: LEARNER_PERMIT,
    }
)
"""On which kind of record the right of a topic stands."""


class _Stands(NamedTuple):
    """How a right stands: its last day under relief, which may have none, and by which relief."""

    until: date | None
    relief: str


def reads(current: Reminder, command: RemindHolder) -> Iterable[Ref[Any]]:
    """No relief is overtaken, and nobody is reminded of what he has done a moment ago."""
    yield _record(command)
    yield OF_THE_PROVINCE


def remind(
    current: Reminder, command: RemindHolder, at: Circumstances
) -> Sequence[events.ReminderEvent]:
    """Nothing happens before its day. A relief puts it off, and so does an open application."""
    record: OnRecord = _record(command).state(at)
    right = right_of(record, command.topic, command.last_on)
    office = record.record.office or current.office
    if right is None:
        gone = current.stage is ReminderStage.NEW
        return [] if gone else _dropped(command, office, DropReason.DONE)
    stands = _stands(right, office, at)
    if stands.until is not None and at.today > stands.until:
        return _dropped(command, office, DropReason.TOO_LATE)
    if (first := _first(right, stands, at)) is None or at.today < first:
        moved = _put_off(current, command, office, PutOffReason.RELIEF, first, stands.relief)
        return moved if stands.relief else []
    if command.application_open:
        return _waits(current, command, office, stands, at)
    return [
        events.HolderReminded(
            record=command.record,
            topic=command.topic,
            office=office,
            last_on=command.last_on,
            until=stands.until,
            contact=_contact(record) or command.contact,
        )
    ]


def _record(command: RemindHolder) -> Ref[Any]:
    return Ref(OF_RECORDS[command.topic], command.record)


def _stands(right: Right, office: str, at: Circumstances) -> _Stands:
    moved = moved_at(right.by_law, office, at)
    return _Stands(moved.until, moved.relief.relief) if moved else _Stands(right.by_law.last, "")


def _first(right: Right, stands: _Stands, at: Circumstances) -> date | None:
    """The first day of the reminder. There is none while a relief holds the right open.

    An age is reached whatever a relief says, so its reminder stays where it is: the class may not
    be driven from the birthday on, and only the exchange has time.
    """
    last = right.by_law.last if right.topic is ReminderTopic.OVER_AGE else stands.until
    return last and reminded_from(right.topic, last, judged_on=at.today)


def _waits(
    current: Reminder, command: RemindHolder, office: str, stands: _Stands, at: Circumstances
) -> Sequence[events.ReminderEvent]:
    """An application may fail. So it is looked at again, as long as there is time."""
    until = at.today + timedelta(days=REMINDER_AGAIN.on(at.today))
    if stands.until is not None and until > stands.until:
        return _dropped(command, office, DropReason.APPLICATION_OPEN)
    waiting = current.put_off_for is PutOffReason.APPLICATION_OPEN
    if waiting and current.until is not None and current.until > at.today:
        return []
    return _put_off(current, command, office, PutOffReason.APPLICATION_OPEN, until, "")


def _put_off(
    current: Reminder,
    command: RemindHolder,
    office: str,
    reason: PutOffReason,
    until: date | None,
    relief: str,
) -> Sequence[events.ReminderEvent]:
    known = (current.stage, current.put_off_for, current.until, current.relief)
    if known == (ReminderStage.PUT_OFF, reason, until, relief):
        return []
    return [
        events.ReminderPutOff(
            record=command.record,
            topic=command.topic,
            office=office,
            last_on=command.last_on,
            reason=reason,
            until=until,
            relief=relief,
        )
    ]


def _dropped(
    command: RemindHolder, office: str, reason: DropReason
) -> Sequence[events.ReminderEvent]:
    return [
        events.ReminderDropped(
            record=command.record,
            topic=command.topic,
            office=office,
            last_on=command.last_on,
            reason=reason,
        )
    ]


def _contact(record: OnRecord) -> FiledContact | None:
    """A learner's permit has none."""
    contact: FiledContact | None = getattr(record, "contact", None)
    return contact
