"""Deadlines that run out by themselves: cases lapse, or count as accepted (ALL art. 32).

The read model only says where to look. The decision checks the case itself, so a
deadline is never passed early, and a timer that fires twice acts once.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import Final
from uuid import UUID

from domain.case.case import CASE
from domain.door.door import Door
from domain.door.request import own_request as request
from domain.event_store.transaction import Connection
from domain.failpoints import failpoint
from domain.message import PassDeadline
from domain.refusal import Refusal
from projections.caseload.queries import Due, run_out
from workers.ticking import every

NAME: Final = "timekeeper"
PAGE = 500
_EVERY_S: Final = 1.0


async def run(url: str, door: Door, clock: Callable[[], datetime], stop: asyncio.Event) -> None:
    """Look once a second until ``stop``."""

    async def look(connection: Connection) -> None:
        await pass_deadlines(connection, door, clock())

    await every(_EVERY_S, url, look, stop)


async def pass_deadlines(connection: Connection, door: Door, now: datetime) -> int:
    """Tell every case whose timer has run out by ``now``; the number that took it.

    A case that always refuses stands first in every look, so each look goes on behind it.
    """
    passed = 0
    seen: set[UUID] = set()
    while True:
        page = await run_out(connection, now, len(seen) + PAGE)
        unseen = [due for due in page if due.case_id not in seen]
        for due in unseen:
            passed += await _pass(door, due)
        seen.update(due.case_id for due in unseen)
        if not unseen:
            return passed


async def _pass(door: Door, due: Due) -> bool:
    failpoint("T1")
    command = PassDeadline(clock=due.clock)
    try:
        await door.handle(
            CASE, due.case_id, command, request(NAME, due.case_id, due.version, command)
        )
    except Refusal:
        return False
    failpoint("T2")
    return True
