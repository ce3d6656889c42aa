"""A row a reminder: of which day of which record, and what has become of it."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec

from domain.register.reminder_topic import ReminderTopic
from domain.reminders import events
from domain.reminders.kinds import ReminderStage
from domain.reminders.reminder import REMINDER
from projections.engine.log_reader import Read
from projections.engine.projection import Projection


class ReminderRow(msgspec.Struct, frozen=True, gc=False):
    """``until`` is when one that was put off is looked at again, if a day is known.

    ``relief`` is that by which it was put off, and ``changed_at`` the instant of the stage.
    ``reachable`` says whether a contact is on file.
    """

    stream: UUID
    record: UUID
    topic: ReminderTopic
    office: str
    last_on: date
    stage: ReminderStage
    until: date | None
    reason: str | None
    relief: str
    reachable: bool
    changed_at: datetime


def fold(row: ReminderRow | None, history: Sequence[Read]) -> ReminderRow | None:
    """Pure: the row of the events before and of these."""
    for recorded in history:
        event = recorded.envelope.event
        if isinstance(event, events.ReminderEvent):
            row = _after(recorded.stream, event, recorded.envelope.at)
    return row


def _after(stream: UUID, event: events.ReminderEvent, at: datetime) -> ReminderRow:
    """Every event says all that the row needs."""
    put_off = event if isinstance(event, events.ReminderPutOff) else None
    dropped = event if isinstance(event, events.ReminderDropped) else None
    told = event if isinstance(event, events.HolderReminded) else None
    reason = put_off.reason.value if put_off else dropped.reason.value if dropped else None
    return ReminderRow(
        stream=stream,
        record=event.record,
        topic=event.topic,
        office=event.office,
        last_on=event.last_on,
        stage=REMINDER.stage_after(ReminderStage.NEW, event),
        until=put_off.until if put_off else told.until if told else None,
        reason=reason,
        relief=put_off.relief if put_off else "",
        reachable=told is not None and told.contact is not None,
        changed_at=at,
    )


REMINDERS: Final = Projection(
    name="reminders",
    of=(REMINDER,),
    tables=Path(__file__).with_name("schema.sql"),
    row=ReminderRow,
    fold=fold,
)
