"""Deadlines that run out by themselves, such as lapses and deemed acceptance.

The read model only says where to look. The decision checks the stream itself. So a deadline never
passes early, and a timer that fires twice acts once.
"""

import asyncio
import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Final
from uuid import uuid5

from domain.codec import Codec
from domain.door.door import Door
from domain.door.request import CHANNEL, Request
from domain.event_store.transaction import Connection
from domain.failpoints import failpoint
from domain.message import PassDeadline
from domain.people import system
from projections.timers.queries import (
    TimerDue,
    forget_what_is_over,
    run_out,
    run_out_again,
)
from workers.interval import every
from workers.timepiece import Timepiece
from workers.trial import tried

NAME: Final = "timekeeper"
PAGE = 500
ABREAST: Final = 32
"""So many deadlines pass at once, because they then share a commit."""
_EVERY_S: Final = 1.0


async def run(url: str, codec: Codec, door: Door, clock: Timepiece, stop: asyncio.Event) -> None:
    """Looks once a second until ``stop`` is set. Nothing passes while the clock is suspicious."""

    async def look(connection: Connection) -> None:
        if now := await clock.now(connection):
            await pass_deadlines(connection, codec, door, now)

    await every(_EVERY_S, url, look, stop)


async def pass_deadlines(connection: Connection, codec: Codec, door: Door, now: datetime) -> int:
    """Tells every stream whose timer has run out by ``now``; the number that took it.

    What refuses, or cannot be read, steps aside and is tried again ever more seldom. So one
    stream that always fails costs the others nothing.
    """
    passed = 0
    for due in await run_out_again(connection, NAME, now):
        passed += await _passed(connection, codec, door, due)
    page = await run_out(connection, NAME, now, limit=PAGE)
    while page:
        for place in range(0, len(page), ABREAST):
            group = page[place : place + ABREAST]
            passed += await _together(connection, codec, door, group)
        page = await run_out(connection, NAME, now, after=page[-1], limit=PAGE)
    await forget_what_is_over(connection, NAME)
    return passed


async def _together(
    connection: Connection, codec: Codec, door: Door, group: Sequence[TimerDue]
) -> int:
    """Lets each pass. What one of them raises is raised when all have come to their end."""
    trials = (_passed(connection, codec, door, due) for due in group)
    results = await asyncio.gather(*trials, return_exceptions=True)
    for failed in results:
        if isinstance(failed, BaseException):
            raise failed
    return sum(map(bool, results))


async def _passed(connection: Connection, codec: Codec, door: Door, due: TimerDue) -> bool:
    return await tried(connection, NAME, due.stream, due.task, _pass(codec, door, due))


async def _pass(codec: Codec, door: Door, due: TimerDue) -> None:
    failpoint("T1")
    await door.handle(
        codec.by_kind[due.kind], due.stream, PassDeadline(clock=due.clock), request(due)
    )
    failpoint("T2")


def request(due: TimerDue) -> Request:
    """The request. Its id follows from the timer, so however often that is found it acts once."""
    name = f"{NAME}:{due.clock}:{due.at.isoformat()}"
    return Request(
        by=system(NAME),
        channel=CHANNEL,
        command_id=uuid5(due.stream, name),
        sha256=hashlib.sha256(name.encode()).digest(),
    )
