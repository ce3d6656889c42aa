"""Events about a notice. These names and fields are stored for ever.

None of them holds a number, an address or the text: they follow from the case or the reminder,
and its event.
"""

from datetime import datetime
from uuid import UUID

from domain.message import Event
from domain.notices.kinds import Addressee, NoticeChannel, UndeliveredReason, WaitReason


class NoticeEvent(Event, frozen=True, kw_only=True):
    """Something that happened to a notice."""


class NoticeWritten(NoticeEvent, frozen=True, kw_only=True):
    """Somebody of the case is told of its event at this version, whose name is ``step``."""

    case: UUID
    version: int
    step: str
    office: str
    to: Addressee


class ReminderNoticeWritten(NoticeEvent, frozen=True, kw_only=True):
    """The owner or holder of a record is told of the event of a reminder at this version."""

    reminder: UUID
    version: int
    step: str
    office: str
    to: Addressee


class NoticeDeferred(NoticeEvent, frozen=True, kw_only=True):
    """It waits. ``until`` is when it is tried again."""

    reason: WaitReason
    until: datetime


class NoticeReleased(NoticeEvent, frozen=True, kw_only=True):
    """The time for which it had to wait is over."""


class NoticeEntrusted(NoticeEvent, frozen=True, kw_only=True):
    """It is about to be given to this provider, and to no other as long as that one may have it.

    ``round`` counts how often the whole notice is sent: 1, and one more for each repetition.
    """

    channel: NoticeChannel
    provider: str
    round: int


class NoticeHandedOver(NoticeEvent, frozen=True, kw_only=True):
    """The provider has taken it."""

    provider: str


class NoticeArrived(NoticeEvent, frozen=True, kw_only=True):
    """The receipt of the provider says so. ``arrived_at`` is by its clock."""

    arrived_at: datetime


class NoticeUndelivered(NoticeEvent, frozen=True, kw_only=True):
    """Nobody has received it."""

    reason: UndeliveredReason


class NoticeRepeated(NoticeEvent, frozen=True, kw_only=True):
    """An officer has it sent once more."""

    officer: str
