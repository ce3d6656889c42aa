"""The command to a reminder. The service gives it itself, whenever it looks."""

from datetime import date
from uuid import UUID

from domain.message import Command
from domain.register.contact import FiledContact
from domain.register.reminder_topic import ReminderTopic


class ReminderCommand(Command, frozen=True, kw_only=True):
    """A request about a reminder."""


class RemindHolder(ReminderCommand, frozen=True, kw_only=True):
    """Remind the owner or holder of a record, if it is time and nothing stands against it.

    ``application_open`` says that somebody has an application in hand that would do it.
    ``contact`` is used where the record itself has none.
    """

    record: UUID
    topic: ReminderTopic
    last_on: date
    application_open: bool = False
    contact: FiledContact | None = None
