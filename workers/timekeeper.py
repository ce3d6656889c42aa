"""Deadlines that run out by themselves, such as lapses and deemed acceptance.

The read model only says where to look. The decision checks the stream itself. So a deadline never
passes early, and a timer that fires twice acts once.
"""

import asyncio
import hashlib
from collections.abc import Callable
from datetime import datetime
from typing import Final
from uuid import UUID, uuid5

from domain.codec import Codec
from domain.door.door import Door
from domain.door.request import CHANNEL, Request
from domain.event_store.transaction import Connection
from domain.failpoints import failpoint
from domain.message import PassDeadline
from domain.people import system
from domain.refusal import Refusal
from projections.timers.queries import TimerDue, run_out
from workers.ticking import every

NAME: Final = "timekeeper"
PAGE = 500
_EVERY_S: Final = 1.0


async def run(
    url: str, codec: Codec, door: Door, clock: Callable[[], datetime], stop: asyncio.Event
) -> None:
    """Looks once a second until ``stop`` is set."""

    async def look(connection: Connection) -> None:
        await pass_deadlines(connection, codec, door, clock())

    await every(_EVERY_S, url, look, stop)


async def pass_deadlines(connection: Connection, codec: Codec, door: Door, now: datetime) -> int:
    """Tell every stream whose timer has run out by ``now``; the number that took it.

    A stream that always refuses stands first in every look, so each look goes on behind it.
    """
    passed = 0
    seen: set[UUID] = set()
    while True:
        page = await run_out(connection, now, len(seen) + PAGE)
        unseen = [due for due in page if due.stream not in seen]
        for due in unseen:
            passed += await _pass(codec, door, due)
        seen.update(due.stream for due in unseen)
        if not unseen:
            return passed


async def _pass(codec: Codec, door: Door, due: TimerDue) -> bool:
    failpoint("T1")
    try:
        await door.handle(
            codec.by_kind[due.kind], due.stream, PassDeadline(clock=due.clock), request(due)
        )
    except Refusal:
        return False
    failpoint("T2")
    return True


def request(due: TimerDue) -> Request:
    """The request. Its id follows from the timer, so however often that is found it acts once."""
    name = f"{NAME}:{due.clock}:{due.at.isoformat()}"
    return Request(
        by=system(NAME),
        channel=CHANNEL,
        command_id=uuid5(due.stream, name),
        sha256=hashlib.sha256(name.encode()).digest(),
    )
