"""The account of a message: what becomes of it is recorded at the version at which it was seen."""

from typing import Final
from uuid import UUID

from domain.door.door import Door
from domain.door.refusals import NotFound
from domain.door.request import own_request
from domain.people import system
from domain.refusal import Stale
from domain.webhook_messages.commands import WebhookMessageCommand
from domain.webhook_messages.state import WebhookMessage
from domain.webhook_messages.webhook_message import WEBHOOK_MESSAGE
from workers.log_follower import Waits

NAME: Final = "webhooks"
WHO: Final = system(NAME)


class MessageMovedOn(Waits):
    """Somebody else has recorded something of it. It is looked at again."""


class MessageAccount:
    """One message as it stands, which may not have been written yet."""

    def __init__(self, door: Door, stream: UUID, current: WebhookMessage, version: int) -> None:
        self.stream = stream
        self.current = current
        self._door = door
        self._version = version

    async def record(self, command: WebhookMessageCommand) -> None:
        """Raises :class:`MessageMovedOn`."""
        request = own_request(NAME, self.stream, self._version, command)
        try:
            await self._door.handle(WEBHOOK_MESSAGE, self.stream, command, request)
        except Stale:
            raise MessageMovedOn from None


async def message_account(door: Door, stream: UUID) -> MessageAccount:
    try:
        opened, _ = await door.open(WEBHOOK_MESSAGE, stream, WHO)
    except NotFound:
        return MessageAccount(door, stream, WebhookMessage(), 0)
    return MessageAccount(door, stream, opened.state, opened.version)
