"""A reminder as its history says it is, and in which stream it stands."""

from datetime import date
from typing import Annotated, Final
from uuid import UUID

from domain.aggregate import State
from domain.hidden import HIDDEN
from domain.name_based import uuid5
from domain.register.contact import FiledContact
from domain.register.reminder_topic import ReminderTopic
from domain.reminders.kinds import DropReason, PutOffReason, ReminderStage
from domain.titles import Title

_SPACE: Final = UUID("8f0b9d62-3c0e-5a44-9d0e-6a3f6a1fa301").bytes


class Reminder(State, frozen=True):
    """``until`` is when it is looked at again, or the last day of which somebody was told."""

    stage: ReminderStage = ReminderStage.NEW
    record: UUID | None = None
    topic: ReminderTopic = ReminderTopic.RENEWAL
    office: str = ""
    last_on: date | None = None
    until: date | None = None
    put_off_for: Annotated[PutOffReason | None, Title("暂缓原因", "put off because")] = None
    dropped_for: Annotated[DropReason | None, Title("不再提醒的原因", "dropped because")] = None
    relief: str = ""
    contact: Annotated[FiledContact | None, HIDDEN] = None


def reminder_of(record: UUID, topic: ReminderTopic, last_on: date) -> UUID:
    """The stream of the one reminder of this day of this record.

    A term that begins anew, or a deferral, has another last day, and so a reminder of its own.
    """
    return uuid5(_SPACE, f"{record}:{topic}:{last_on.isoformat()}")
