"""WEBHOOK_MESSAGE: a partner is told of one step of his case, and has taken it once (ADR 104)."""

from typing import Final

from msgspec.structs import replace

from domain.aggregate import Aggregate, Decision, Effect
from domain.message import PassDeadline
from domain.people import Actor, Role
from domain.timer import Timer
from domain.webhook_messages import commands, decisions, events
from domain.webhook_messages.kinds import MessageFailure, WebhookMessageStage
from domain.webhook_messages.state import WebhookMessage
from domain.webhook_messages.words import WORDS

_ITSELF: Final = frozenset({Role.SYSTEM})
_SEE: Final = frozenset({Role.HQ, Role.AUDITOR, Role.SYSTEM})
_TO_SEND: Final = frozenset({WebhookMessageStage.NONE, WebhookMessageStage.DUE})
_KEPT: Final = frozenset({WebhookMessageStage.WAITING, WebhookMessageStage.HELD})


def _written(current: WebhookMessage, event: events.WebhookMessageWritten) -> WebhookMessage:
    return replace(
        current,
        webhook=event.webhook,
        case=event.case,
        version=event.version,
        reached=event.reached,
        partner=event.partner,
    )


def _failed(current: WebhookMessage, event: events.WebhookMessageFailed) -> WebhookMessage:
    tried = event.failure is not MessageFailure.BEHIND
    return replace(
        current,
        tries=current.tries + 1 if tried else current.tries,
        failure=event.failure,
        status=event.status,
        until=event.until,
    )


def _held(current: WebhookMessage, event: events.WebhookMessageHeld) -> WebhookMessage:
    return replace(current, failure=event.failure, status=event.status, until=None)


def _released(current: WebhookMessage, event: events.WebhookMessageReleased) -> WebhookMessage:
    return replace(current, until=None)


def _repeated(current: WebhookMessage, event: events.WebhookMessageRepeated) -> WebhookMessage:
    """Its tries are counted anew."""
    return replace(current, tries=0, until=None)


def _delivered(current: WebhookMessage, event: events.WebhookMessageDelivered) -> WebhookMessage:
    return replace(current, status=event.status, failure=None, until=None)


def _timer(current: WebhookMessage) -> Timer | None:
    if current.stage is WebhookMessageStage.WAITING and current.until is not None:
        return Timer(decisions.CLOCK, current.until)
    return None


def _timed(current: WebhookMessage) -> WebhookMessage:
    return WebhookMessage(stage=current.stage, until=current.until)


def _sees(by: Actor, current: WebhookMessage, owner: Actor) -> bool:
    return by.role in _SEE


WEBHOOK_MESSAGE: Final = Aggregate(
    kind="webhook_message",
    initial=WebhookMessage(),
    event=events.WebhookMessageEvent,
    command=commands.WebhookMessageCommand,
    decisions=(
        Decision(
            commands.RecordWebhookDelivery,
            at=_TO_SEND | {WebhookMessageStage.DELIVERED},
            by=_ITSELF,
            decide=decisions.deliver,
        ),
        Decision(commands.RecordFailure, at=_TO_SEND, by=_ITSELF, decide=decisions.fail),
        Decision(commands.DropMessage, at=_TO_SEND, by=_ITSELF, decide=decisions.drop),
        Decision(commands.RepeatWebhookMessage, at=_KEPT, by={Role.HQ}, decide=decisions.repeat),
        Decision(
            commands.ReleaseHeldMessage,
            at={WebhookMessageStage.HELD},
            by=_ITSELF,
            decide=decisions.release_held,
        ),
        Decision(
            PassDeadline,
            at={WebhookMessageStage.WAITING},
            by=_ITSELF,
            decide=decisions.release,
        ),
    ),
    effects=(
        Effect(events.WebhookMessageWritten, to=WebhookMessageStage.DUE, change=_written),
        Effect(events.WebhookMessageFailed, to=WebhookMessageStage.WAITING, change=_failed),
        Effect(events.WebhookMessageHeld, to=WebhookMessageStage.HELD, change=_held),
        Effect(events.WebhookMessageReleased, to=WebhookMessageStage.DUE, change=_released),
        Effect(events.WebhookMessageRepeated, to=WebhookMessageStage.DUE, change=_repeated),
        Effect(events.WebhookMessageDelivered, to=WebhookMessageStage.DELIVERED, change=_delivered),
        Effect(events.WebhookMessageDropped, to=WebhookMessageStage.DROPPED),
    ),
    words=WORDS,
    timer=_timer,
    timed=_timed,
    sees=_sees,
    about=lambda current: {"case": str(current.case)} if current.case else {},
)
