"""Commands to the subscription of a partner."""

from typing import Annotated
from uuid import UUID

import msgspec

from domain.case.stage import Stage
from domain.message import Command
from domain.webhooks.address import WebhookAddress
from domain.webhooks.kinds import PauseReason

PartnerName = Annotated[
    str, msgspec.Meta(pattern=r"^[A-Za-z0-9._-]{1,64}(@.{1,200})?$", examples=["insurer-1"])
]
Stages = Annotated[tuple[Stage, ...], msgspec.Meta(min_length=1, max_length=40)]


class WebhookCommand(Command, frozen=True, kw_only=True):
    """A request about a subscription."""


class RegisterWebhook(WebhookCommand, frozen=True, kw_only=True):
    """Tell a partner of his cases. Whoever makes the command has drawn and sealed the secret."""

    partner: PartnerName
    address: WebhookAddress
    stages: Stages
    secret: int
    key_id: UUID
    sealed: dict[str, str]


class ChangeWebhook(WebhookCommand, frozen=True, kw_only=True):
    """Tell him elsewhere, or of other stages."""

    address: WebhookAddress
    stages: Stages


class ReplaceWebhookSecret(WebhookCommand, frozen=True, kw_only=True):
    """Sign with another secret. The one before it signs as well for a day."""

    secret: int
    key_id: UUID
    sealed: dict[str, str]


class PauseWebhook(WebhookCommand, frozen=True, kw_only=True):
    """Send nothing for the time being."""

    reason: PauseReason = PauseReason.BY_OFFICIAL


class ResumeWebhook(WebhookCommand, frozen=True, kw_only=True):
    """Send what was kept, and what happens from now on."""


class AskForWebhookTest(WebhookCommand, frozen=True, kw_only=True):
    """Have a message sent that tells of no case."""


class EndWebhook(WebhookCommand, frozen=True, kw_only=True):
    """Tell the partner nothing any more."""
