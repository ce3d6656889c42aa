"""A message is taken once, and tried again until then."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Final

from domain.circumstances import Circumstances
from domain.message import PassDeadline
from domain.webhook_messages import commands, events
from domain.webhook_messages.kinds import MessageFailure, WebhookMessageStage
from domain.webhook_messages.state import WebhookMessage
from domain.webhook_messages.waits import wait_after

CLOCK: Final = "WEBHOOK_WAIT"
RESTS: Final = timedelta(minutes=1)
"""So long a partner who has not taken something is left alone."""

_Events = Sequence[events.WebhookMessageEvent]


def deliver(
    current: WebhookMessage, command: commands.RecordWebhookDelivery, at: Circumstances
) -> _Events:
    """Once, however often it was sent."""
    if current.stage is WebhookMessageStage.DELIVERED:
        return []
    delivered = events.WebhookMessageDelivered(status=command.status, tries=current.tries + 1)
    return [*_written(current, command.of), delivered]


def fail(current: WebhookMessage, command: commands.RecordFailure, at: Circumstances) -> _Events:
    """What was not tried does not count as a try. After the last try it is kept."""
    tries = current.tries if command.failure is MessageFailure.BEHIND else current.tries + 1
    wait = RESTS if command.failure is MessageFailure.BEHIND else wait_after(at.stream, tries)
    if command.held or wait is None:
        told: events.WebhookMessageEvent = events.WebhookMessageHeld(
            failure=command.failure, status=command.status
        )
    else:
        told = events.WebhookMessageFailed(
            failure=command.failure, status=command.status, until=at.now + wait
        )
    return [*_written(current, command.of), told]


def drop(current: WebhookMessage, command: commands.DropMessage, at: Circumstances) -> _Events:
    return [*_written(current, command.of), events.WebhookMessageDropped()]


def release(current: WebhookMessage, command: PassDeadline, at: Circumstances) -> _Events:
    """Never before its time, and once."""
    if current.until is None or at.now < current.until:
        return []
    return [events.WebhookMessageReleased()]


def repeat(
    current: WebhookMessage, command: commands.RepeatWebhookMessage, at: Circumstances
) -> _Events:
    return [events.WebhookMessageRepeated(officer=at.by.person)]


def release_held(
    current: WebhookMessage, command: commands.ReleaseHeldMessage, at: Circumstances
) -> _Events:
    return [events.WebhookMessageRepeated(officer=command.officer)]


def _written(
    current: WebhookMessage, of: commands.MessageFacts
) -> Iterator[events.WebhookMessageEvent]:
    if current.stage is WebhookMessageStage.NONE:
        yield events.WebhookMessageWritten(
            webhook=of.webhook,
            case=of.case,
            version=of.version,
            reached=of.reached,
            partner=of.partner,
        )
