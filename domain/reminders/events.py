"""Events about a reminder. These names and fields are stored for ever.

``record`` is the stream of the vehicle, licence or learner's permit, and ``last_on`` the last day
by law of what is to be done, or of the permit. Nothing else is told of whose it is.
"""

from datetime import date
from uuid import UUID

from domain.message import Event
from domain.register.contact import FiledContact
from domain.register.reminder_topic import ReminderTopic
from domain.reminders.kinds import DropReason, PutOffReason


class ReminderEvent(Event, frozen=True, kw_only=True):
    """Something that happened to a reminder."""

    record: UUID
    topic: ReminderTopic
    office: str
    last_on: date


class ReminderPutOff(ReminderEvent, frozen=True, kw_only=True):
    """Nobody is reminded before ``until``, when it is looked at again.

    Without ``until`` the ``relief`` of this name is open, and it is looked at again when it ends.
    """

    reason: PutOffReason
    until: date | None = None
    relief: str = ""


class HolderReminded(ReminderEvent, frozen=True, kw_only=True):
    """The owner or holder is told. ``until`` is the last day as the reliefs have it.

    Without ``until`` a relief holds the day open. The ``contact`` is sealed in a case. Without one
    nobody can be reached.
    """

    until: date | None = None
    contact: FiledContact | None = None


class ReminderDropped(ReminderEvent, frozen=True, kw_only=True):
    """A reminder that was put off is not given any more."""

    reason: DropReason
