"""WEBHOOK: where a partner hears of his cases, signed by a secret of his own (ADR 104)."""

from typing import Final

from msgspec.structs import replace

from domain.aggregate import Aggregate, Decision, Effect
from domain.people import Actor, Role
from domain.webhooks import commands, decisions, events
from domain.webhooks.kinds import WebhookStage
from domain.webhooks.state import Webhook, secret_part
from domain.webhooks.words import WORDS

_KEEPERS: Final = frozenset({Role.HQ})
_SEE: Final = frozenset({Role.HQ, Role.AUDITOR, Role.SYSTEM})
_STANDS: Final = frozenset({WebhookStage.ACTIVE, WebhookStage.PAUSED})


def _registered(current: Webhook, event: events.WebhookRegistered) -> Webhook:
    return replace(
        current,
        partner=event.partner,
        address=event.address,
        stages=event.stages,
        secret=event.secret,
        former_until=None,
        reason=None,
        key_id=event.key_id,
        sealed=event.sealed,
    )


def _changed(current: Webhook, event: events.WebhookChanged) -> Webhook:
    return replace(current, address=event.address, stages=event.stages)


def _replaced(current: Webhook, event: events.WebhookSecretReplaced) -> Webhook:
    """The secret before the one before is forgotten."""
    former = secret_part(current.secret)
    kept = {former: current.sealed[former]} if former in current.sealed else {}
    return replace(
        current,
        secret=event.secret,
        former_until=event.former_until,
        key_id=event.key_id,
        sealed={**kept, **event.sealed},
    )


def _paused(current: Webhook, event: events.WebhookPaused) -> Webhook:
    return replace(current, reason=event.reason)


def _resumed(current: Webhook, event: events.WebhookResumed) -> Webhook:
    return replace(current, reason=None)


def _tested(current: Webhook, event: events.WebhookTestAsked) -> Webhook:
    return replace(current, tests=event.test)


def _sees(by: Actor, current: Webhook, owner: Actor) -> bool:
    return by.role in _SEE


WEBHOOK: Final = Aggregate(
    kind="webhook",
    initial=Webhook(),
    event=events.WebhookEvent,
    command=commands.WebhookCommand,
    decisions=(
        Decision(
            commands.RegisterWebhook,
            at={WebhookStage.NONE, WebhookStage.ENDED},
            by=_KEEPERS,
            decide=decisions.register,
        ),
        Decision(commands.ChangeWebhook, at=_STANDS, by=_KEEPERS, decide=decisions.change),
        Decision(
            commands.ReplaceWebhookSecret,
            at=_STANDS,
            by=_KEEPERS,
            decide=decisions.replace_secret,
        ),
        Decision(
            commands.PauseWebhook,
            at=_STANDS,
            by=_KEEPERS | {Role.SYSTEM},
            decide=decisions.pause,
        ),
        Decision(
            commands.ResumeWebhook,
            at=_STANDS,
            by=_KEEPERS,
            decide=decisions.resume,
        ),
        Decision(
            commands.AskForWebhookTest, at=_STANDS, by=_KEEPERS, decide=decisions.ask_for_test
        ),
        Decision(commands.EndWebhook, at=_STANDS, by=_KEEPERS, decide=decisions.end),
    ),
    effects=(
        Effect(events.WebhookRegistered, to=WebhookStage.ACTIVE, change=_registered),
        Effect(events.WebhookChanged, change=_changed),
        Effect(events.WebhookSecretReplaced, change=_replaced),
        Effect(events.WebhookPaused, to=WebhookStage.PAUSED, change=_paused),
        Effect(events.WebhookResumed, to=WebhookStage.ACTIVE, change=_resumed),
        Effect(events.WebhookTestAsked, change=_tested),
        Effect(events.WebhookEnded, to=WebhookStage.ENDED),
    ),
    words=WORDS,
    sees=_sees,
)
