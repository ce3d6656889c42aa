"""Events about a message to a partner. These names and fields are stored for ever.

None of them holds the text, which follows from the case and its event, or from the test.
"""

from datetime import datetime
from uuid import UUID

from domain.case.stage import Stage
from domain.message import Event
from domain.webhook_messages.kinds import MessageFailure


class WebhookMessageEvent(Event, frozen=True, kw_only=True):
    """Something that happened to a message."""


class WebhookMessageWritten(WebhookMessageEvent, frozen=True, kw_only=True):
    """The partner of ``webhook`` is told that the case has ``reached`` a stage at this version.

    A test tells of no case. It has its number in the place of the version.
    """

    webhook: UUID
    case: UUID | None
    version: int
    reached: Stage | None
    partner: str


class WebhookMessageFailed(WebhookMessageEvent, frozen=True, kw_only=True):
    """It was not taken, and is tried again at ``until``. ``status`` is that of an HTTP answer."""

    failure: MessageFailure
    status: int | None
    until: datetime


class WebhookMessageHeld(WebhookMessageEvent, frozen=True, kw_only=True):
    """It is kept until somebody resumes the subscription, or has it sent again."""

    failure: MessageFailure
    status: int | None


class WebhookMessageReleased(WebhookMessageEvent, frozen=True, kw_only=True):
    """The time for which it had to wait is over."""


class WebhookMessageRepeated(WebhookMessageEvent, frozen=True, kw_only=True):
    """An official has it sent again, or has resumed the subscription. ``officer`` is he."""

    officer: str


class WebhookMessageDelivered(WebhookMessageEvent, frozen=True, kw_only=True):
    """The partner has answered that he has taken it. It happens once."""

    status: int
    tries: int


class WebhookMessageDropped(WebhookMessageEvent, frozen=True, kw_only=True):
    """The subscription has ended before it was taken."""
