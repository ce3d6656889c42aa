"""Makes commands of what others have told: each once, whatever is killed meanwhile (ADR 84).

The id of the command is made from the id of the message. So a worker that died after the command
was stored gives it once more, and nothing happens.
"""

import asyncio
import hashlib
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final, NamedTuple
from uuid import UUID

from domain.aggregate import Aggregate
from domain.door.door import Door
from domain.door.refusals import HistoryUnreadable
from domain.door.request import Request
from domain.failpoints import failpoint
from domain.inbox.inbox import Inbox, KeptMessage
from domain.keyring import KeyErased
from domain.message import Command
from domain.people import system
from domain.refusal import Refusal, Stale
from domain.vault import SealBroken
from workers.pause import pause
from workers.trial import AWAY

_AT_ONCE: Final = 50
_POLL_S: Final = 0.5
_AGAIN_S: Final = 2.0
_NO_ANSWER: Final = (Stale, HistoryUnreadable)
"""Others are busy with the stream, or it cannot be read. That says nothing of the message."""
_log: Final = logging.getLogger(__name__)


class MessageUnreadable(Exception):
    """A message is not what its sender may send."""


class Follows(NamedTuple):
    """What follows from a message."""

    of: Aggregate[Any]
    stream: UUID
    command: Command


Reader = Callable[[bytes], Awaitable[Follows]]
"""Says what follows from a body. Raises :class:`MessageUnreadable`."""


async def run(inbox: Inbox, door: Door, readers: Mapping[str, Reader], stop: asyncio.Event) -> None:
    """Works until ``stop`` is set. ``readers`` are by sender."""
    while not stop.is_set():
        try:
            if await step(inbox, door, readers):
                continue
            await inbox.tidy(_AT_ONCE)
            await pause(stop, _POLL_S)
        except AWAY as away:
            _log.warning("inbox: %s; again in %.0f s", type(away).__name__, _AGAIN_S)
            await pause(stop, _AGAIN_S)


async def step(inbox: Inbox, door: Door, readers: Mapping[str, Reader]) -> int:
    """Settles what waits, some at a time. Returns how many messages were tried.

    One to which there is no answer yet is tried again later, because its money is there.
    """
    claimed = await inbox.claim(_AT_ONCE)
    for message in claimed:
        failpoint("C3")
        try:
            problem = await _carried_out(inbox, door, readers, message)
        except _NO_ANSWER as unanswered:
            _log.warning("inbox: %s of %s waits: %s", message.id, message.sender, unanswered)
            continue
        failpoint("C4")
        await inbox.settle(message, problem)
    return len(claimed)


async def _carried_out(
    inbox: Inbox, door: Door, readers: Mapping[str, Reader], message: KeptMessage
) -> str | None:
    """The code of the refusal, if it became no command. Of that the log tells.

    Raises what :data:`_NO_ANSWER` names.
    """
    try:
        body = await inbox.body(message)
        of, stream, command = await readers[message.sender](body)
        await door.handle(of, stream, command, _request(message, body))
    except _NO_ANSWER:
        raise
    except Refusal as refusal:
        return _told(message, refusal.code)
    except (MessageUnreadable, SealBroken, KeyErased) as fault:
        return _told(message, type(fault).__name__)
    return None


def _told(message: KeptMessage, problem: str) -> str:
    _log.error("inbox: %s of %s: %s", message.id, message.sender, problem)
    return problem


def _request(message: KeptMessage, body: bytes) -> Request:
    return Request(
        by=system(message.sender),
        channel=message.sender,
        command_id=message.name,
        sha256=hashlib.sha256(body).digest(),
    )
