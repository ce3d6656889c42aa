"""Who is told where, signed by which secret, and when nothing is sent (ADR 104)."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from domain.case.stage import Stage
from domain.circumstances import Circumstances
from domain.people import Role
from domain.webhooks import commands, events
from domain.webhooks.address import is_fit
from domain.webhooks.kinds import PauseReason, WebhookStage
from domain.webhooks.refusals import (
    WebhookAddressUnfit,
    WebhookOfAnotherPartner,
    WebhookSecretOutrun,
    WebhookStageUnknown,
)
from domain.webhooks.state import Webhook, webhook_of

BOTH_SIGN_FOR: Final = timedelta(hours=24)
"""So long a partner may take to change his secret (practice)."""


def register(
    current: Webhook, command: commands.RegisterWebhook, at: Circumstances
) -> Sequence[events.WebhookEvent]:
    """One who had ended begins again with another secret."""
    if webhook_of(command.partner) != at.stream:
        raise WebhookOfAnotherPartner
    _fit(command.address, command.stages)
    if command.secret != current.secret + 1:
        raise WebhookSecretOutrun
    return [
        events.WebhookRegistered(
            partner=command.partner,
            address=command.address,
            stages=_ordered(command.stages),
            secret=command.secret,
            officer=at.by.person,
            key_id=command.key_id,
            sealed=command.sealed,
        )
    ]


def change(
    current: Webhook, command: commands.ChangeWebhook, at: Circumstances
) -> Sequence[events.WebhookEvent]:
    _fit(command.address, command.stages)
    stages = _ordered(command.stages)
    if (command.address, stages) == (current.address, current.stages):
        return []
    return [events.WebhookChanged(address=command.address, stages=stages, officer=at.by.person)]


def replace_secret(
    current: Webhook, command: commands.ReplaceWebhookSecret, at: Circumstances
) -> Sequence[events.WebhookEvent]:
    if command.secret != current.secret + 1:
        raise WebhookSecretOutrun
    return [
        events.WebhookSecretReplaced(
            secret=command.secret,
            former_until=at.now + BOTH_SIGN_FOR,
            officer=at.by.person,
            key_id=command.key_id,
            sealed=command.sealed,
        )
    ]


def pause(
    current: Webhook, command: commands.PauseWebhook, at: Circumstances
) -> Sequence[events.WebhookEvent]:
    """Why, says the service itself. An official has no other reason than his own."""
    if current.stage is WebhookStage.PAUSED:
        return []
    by_itself = at.by.role is Role.SYSTEM
    reason = command.reason if by_itself else PauseReason.BY_OFFICIAL
    return [events.WebhookPaused(reason=reason)]


def resume(
    current: Webhook, command: commands.ResumeWebhook, at: Circumstances
) -> Sequence[events.WebhookEvent]:
    """Nothing is left to do for one that is active."""
    if current.stage is WebhookStage.ACTIVE:
        return []
    return [events.WebhookResumed(officer=at.by.person)]


def ask_for_test(
    current: Webhook, command: commands.AskForWebhookTest, at: Circumstances
) -> Sequence[events.WebhookEvent]:
    return [events.WebhookTestAsked(test=current.tests + 1, officer=at.by.person)]


def end(
    current: Webhook, command: commands.EndWebhook, at: Circumstances
) -> Sequence[events.WebhookEvent]:
    return [events.WebhookEnded(officer=at.by.person)]


def _fit(address: str, stages: Sequence[Stage]) -> None:
    """This machine is let through here. Only a demonstration ever connects to it."""
    if not is_fit(address, loopback=True):
        raise WebhookAddressUnfit
    if Stage.NEW in stages:
        raise WebhookStageUnknown


def _ordered(stages: Sequence[Stage]) -> tuple[Stage, ...]:
    return tuple(each for each in Stage if each in stages)
