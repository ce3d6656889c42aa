"""Tells partners of their cases: each step once, at least once on the wire (ADR 104).

It follows the events that lead a case to another stage, the messages that had to wait, and what
officials ask for.
"""

from collections import OrderedDict
from typing import Final
from uuid import UUID

from domain.case.case import CASE
from domain.door.door import Door
from domain.door.refusals import NotFound
from domain.door.request import own_request
from domain.event_store.log import last_position
from domain.keyring import Keyring
from domain.message import Event
from domain.people import Actor, Role
from domain.recorded_event import RecordedEvent
from domain.webhook_messages.commands import MessageFacts, ReleaseHeldMessage
from domain.webhook_messages.events import WebhookMessageReleased, WebhookMessageRepeated
from domain.webhook_messages.kinds import WebhookMessageStage
from domain.webhook_messages.state import WebhookMessage, message_of, trial_message_of
from domain.webhook_messages.webhook_message import WEBHOOK_MESSAGE
from domain.webhooks.events import WebhookResumed, WebhookTestAsked
from domain.webhooks.state import Webhook, webhook_of
from domain.webhooks.webhook import WEBHOOK
from projections.engine.standing import standing
from projections.webhooks.messages import WEBHOOK_MESSAGES
from projections.webhooks.queries import held_messages
from workers.log_follower import Followed, LogFollower, Waits
from workers.webhooks.account import NAME, WHO, MessageAccount, message_account
from workers.webhooks.body import case_body, trial_body
from workers.webhooks.post import Post
from workers.webhooks.sender import MessageSender

_LEADS_ON: Final = [row.event.__name__ for row in CASE.effects if row.to is not None]
_OURS: Final = (WebhookMessageReleased, WebhookMessageRepeated, WebhookResumed, WebhookTestAsked)
_TO_SEND: Final = {WebhookMessageStage.NONE, WebhookMessageStage.DUE}
_REMEMBERED: Final = 100_000
_AT_ONCE: Final = 10_000


class NotFoldedYet(Waits):
    """The read model of messages has not come so far."""


class WebhookTeller(LogFollower):
    """Tells those partners who want it, of the cases that they have begun themselves."""

    name = NAME
    lock = 7307

    def __init__(self, store: Followed, door: Door, keyring: Keyring, post: Post) -> None:
        super().__init__(store, [*_LEADS_ON, *(each.__name__ for each in _OURS)])
        self._door = door
        self._sender = MessageSender(door, keyring, post)
        self._owners: OrderedDict[UUID, Actor] = OrderedDict()
        self._resumed_at: dict[int, int] = {}

    async def act(self, cause: RecordedEvent) -> bool:
        match cause.event:
            case WebhookMessageReleased() | WebhookMessageRepeated():
                account = await message_account(self._door, cause.stream)
                return await self._send(account, _facts(account.current))
            case WebhookTestAsked(test=test):
                return await self._try_out(cause, test)
            case WebhookResumed(officer=officer):
                return await self._resumed(cause, officer)
            case Event():
                return await self._told(cause)

    async def _told(self, cause: RecordedEvent) -> bool:
        """Of a case that a partner has begun, if he wants to hear of the stage."""
        owner = await self._owner(cause)
        if owner.role is not Role.PARTNER:
            return False
        stream = webhook_of(owner.person)
        webhook = await self._webhook(stream)
        if webhook is None or not webhook.stages:
            return False
        _, history = await self._door.open(CASE, cause.stream, WHO)
        events = [each.event for each in history[: cause.version]]
        before, after = CASE.fold(events[:-1]), CASE.fold(events)
        if after.stage is before.stage or after.stage not in webhook.stages:
            return False
        of = MessageFacts(
            webhook=stream,
            case=cause.stream,
            version=cause.version,
            reached=after.stage,
            partner=webhook.partner,
        )
        name = message_of(stream, cause.stream, cause.version)
        return await self._send(await message_account(self._door, name), of)

    async def _try_out(self, cause: RecordedEvent, test: int) -> bool:
        webhook = await self._webhook(cause.stream)
        assert webhook is not None
        of = MessageFacts(
            webhook=cause.stream, case=None, version=test, reached=None, partner=webhook.partner
        )
        name = trial_message_of(cause.stream, test)
        return await self._send(await message_account(self._door, name), of)

    async def _resumed(self, cause: RecordedEvent, officer: str) -> bool:
        """Has everything sent that was kept until now, once the read model knows all of it."""
        self._sender.forgive(cause.stream)
        connection = await self._ready()
        upto = self._resumed_at.setdefault(cause.position, await last_position(connection))
        if (await standing(connection, WEBHOOK_MESSAGES.name)).position < upto:
            raise NotFoldedYet
        held = await held_messages(connection, cause.stream, _AT_ONCE)
        for stream in held:
            await self._release(stream, ReleaseHeldMessage(officer=officer))
        del self._resumed_at[cause.position]
        return bool(held)

    async def _release(self, stream: UUID, command: ReleaseHeldMessage) -> None:
        """What has been sent again meanwhile is no longer kept."""
        opened, _ = await self._door.open(WEBHOOK_MESSAGE, stream, WHO)
        if opened.state.stage is WebhookMessageStage.HELD:
            request = own_request(NAME, stream, opened.version, command)
            await self._door.handle(WEBHOOK_MESSAGE, stream, command, request)

    async def _send(self, account: MessageAccount, of: MessageFacts) -> bool:
        if account.current.stage not in _TO_SEND:
            return False
        await self._sender.send(account, of, await self._body(of))
        return True

    async def _body(self, of: MessageFacts) -> bytes:
        """The same bytes each time: they follow from the history up to that event."""
        if of.case is None:
            _, asked = await self._door.open(WEBHOOK, of.webhook, WHO)
            tests = (each for each in asked if isinstance(each.event, WebhookTestAsked))
            told = next(each for each in tests if _number(each.event) == of.version)
            return trial_body(told.envelope.at)
        assert of.reached is not None
        opened, history = await self._door.open(CASE, of.case, WHO)
        state = opened.state
        at = history[of.version - 1].envelope.at
        return case_body(at, state.reference, state.service, of.reached)

    async def _webhook(self, stream: UUID) -> Webhook | None:
        try:
            opened, _ = await self._door.open(WEBHOOK, stream, WHO)
        except NotFound:
            return None
        return opened.state

    async def _owner(self, cause: RecordedEvent) -> Actor:
        """Who has begun a case. Of one that began a while ago the history tells it."""
        known = self._owners.get(cause.stream)
        if known is None:
            if cause.version == 1:
                known = cause.envelope.by
            else:
                known = (await self._door.open(CASE, cause.stream, WHO))[0].owner
            self._owners[cause.stream] = known
            if len(self._owners) > _REMEMBERED:
                self._owners.popitem(last=False)
        return known


def _number(event: Event) -> int:
    return event.test if isinstance(event, WebhookTestAsked) else 0


def _facts(current: WebhookMessage) -> MessageFacts:
    assert current.webhook is not None
    return MessageFacts(
        webhook=current.webhook,
        case=current.case,
        version=current.version,
        reached=current.reached,
        partner=current.partner,
    )
