"""Sends one message to one partner, and records once what became of it.

What was taken is recorded after that. Whoever is killed in between sends it again under the same
id, by which the partner knows it.
"""

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from msgspec.structs import replace

from domain.door.door import Door
from domain.door.request import own_request
from domain.failpoints import failpoint
from domain.inbox.webhook_signature import ID, SIGNATURE, TIMESTAMP, sign_by
from domain.keyring import Keyring
from domain.refusal import NotAtThisStage
from domain.webhook_messages.commands import (
    DropMessage,
    MessageFacts,
    RecordFailure,
    RecordWebhookDelivery,
)
from domain.webhook_messages.decisions import RESTS
from domain.webhook_messages.kinds import MessageFailure
from domain.webhook_messages.waits import wait_after
from domain.webhooks.commands import PauseWebhook
from domain.webhooks.kinds import PauseReason, WebhookStage
from domain.webhooks.state import Webhook
from domain.webhooks.webhook import WEBHOOK
from workers.webhooks.account import NAME, WHO, MessageAccount
from workers.webhooks.post import PartnerHasNotTaken, Post
from workers.webhooks.secrets import signing_secrets

_log: Final = logging.getLogger(__name__)


def wall_now() -> datetime:
    """By the wall clock, as receivers compare it with theirs."""
    return datetime.now(UTC)


class MessageSender:
    """A partner who has not taken something rests for a minute, so that others need not wait."""

    def __init__(
        self, door: Door, keyring: Keyring, post: Post, wall: Callable[[], datetime] = wall_now
    ) -> None:
        self._door = door
        self._keyring = keyring
        self._post = post
        self._wall = wall
        self._rests_until: dict[UUID, datetime] = {}

    async def send(self, account: MessageAccount, of: MessageFacts, body: bytes) -> None:
        """Raises what the account raises."""
        opened, _ = await self._door.open(WEBHOOK, of.webhook, WHO)
        webhook, is_test = opened.state, of.case is None
        if webhook.stage is WebhookStage.ENDED:
            await account.record(DropMessage(of=of))
        elif webhook.stage is WebhookStage.PAUSED and not is_test:
            await account.record(RecordFailure(of=of, failure=MessageFailure.PAUSED, held=True))
        elif not is_test and self._rests(of.webhook):
            await account.record(RecordFailure(of=of, failure=MessageFailure.BEHIND))
        else:
            await self._try(account, of, webhook, body)

    def forgive(self, webhook: UUID) -> None:
        """A partner whose address an official has looked after does not rest."""
        self._rests_until.pop(webhook, None)

    def _rests(self, webhook: UUID) -> bool:
        until = self._rests_until.get(webhook)
        return until is not None and self._wall() < until

    async def _try(
        self, account: MessageAccount, of: MessageFacts, webhook: Webhook, body: bytes
    ) -> None:
        secrets = await signing_secrets(self._keyring, of.webhook, webhook, self._door.clock())
        signed = sign_by(secrets, str(account.stream), self._wall(), body)
        fields = dict(zip((ID, TIMESTAMP, SIGNATURE), map(str, signed), strict=True))
        try:
            status = await self._post.send(webhook.address, fields, body)
        except PartnerHasNotTaken as fault:
            _log.warning("webhooks: message %s is not taken (%s)", account.stream, fault)
            await self._failed(account, of, fault)
            return
        self.forgive(of.webhook)
        failpoint("H1")
        await account.record(RecordWebhookDelivery(of=of, status=status))
        failpoint("H2")

    async def _failed(
        self, account: MessageAccount, of: MessageFacts, fault: PartnerHasNotTaken
    ) -> None:
        """The pause comes first: whoever is killed then finds it paused, and keeps the message.

        A test is tried once, and says nothing of how long the partner was down.
        """
        is_test = of.case is None
        gone = fault.failure is MessageFailure.GONE
        last = wait_after(account.stream, account.current.tries + 1) is None
        if not is_test:
            self._rests_until[of.webhook] = self._wall() + RESTS
            if gone or last:
                await self._pause(account, of.webhook, gone=gone)
        held = gone or last or is_test
        await account.record(
            RecordFailure(of=of, failure=fault.failure, status=fault.status, held=held)
        )

    async def _pause(self, account: MessageAccount, webhook: UUID, *, gone: bool) -> None:
        reason = PauseReason.GONE if gone else PauseReason.UNREACHABLE
        command = PauseWebhook(reason=reason)
        request = own_request(f"{NAME}:{account.stream}", webhook, account.current.tries, command)
        try:
            await self._door.handle(WEBHOOK, webhook, command, replace(request, expected=None))
        except NotAtThisStage:
            _log.info("webhooks: %s is paused already", webhook)
