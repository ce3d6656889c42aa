"""Commands to a message. Most are given by the service itself as it sends."""

from uuid import UUID

import msgspec

from domain.case.stage import Stage
from domain.message import Command
from domain.webhook_messages.kinds import MessageFailure


class WebhookMessageCommand(Command, frozen=True, kw_only=True):
    """A request about a message."""


class MessageFacts(msgspec.Struct, frozen=True, kw_only=True):
    """Who is told of which event of which case. A test has no case."""

    webhook: UUID
    case: UUID | None
    version: int
    reached: Stage | None
    partner: str


class RecordWebhookDelivery(WebhookMessageCommand, frozen=True, kw_only=True):
    """Record that the partner has taken it, with the status of his answer."""

    of: MessageFacts
    status: int


class RecordFailure(WebhookMessageCommand, frozen=True, kw_only=True):
    """Record that it was not taken. Kept as ``held`` it is not tried again by itself."""

    of: MessageFacts
    failure: MessageFailure
    status: int | None = None
    held: bool = False


class DropMessage(WebhookMessageCommand, frozen=True, kw_only=True):
    """Record that it is not sent any more."""

    of: MessageFacts


class RepeatWebhookMessage(WebhookMessageCommand, frozen=True, kw_only=True):
    """Have it sent again."""


class ReleaseHeldMessage(WebhookMessageCommand, frozen=True, kw_only=True):
    """Send what was kept, because an official has resumed the subscription."""

    officer: str
