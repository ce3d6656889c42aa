"""Deadlines that run out by themselves: cases lapse, or count as accepted (ALL art. 32).

The read model only says where to look. The decision checks the case itself, so a
deadline is never passed early, and a timer that fires twice acts once.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import Final
from uuid import UUID

from domain.by_itself import request
from domain.case.commands import PassDeadline
from domain.casework import Casework
from domain.event_store.transaction import Connection
from domain.failpoints import failpoint
from domain.refusal import Refusal
from projections.caseload.queries import Due, run_out
from workers.ticking import every

NAME: Final = "timekeeper"
PAGE = 500
_EVERY_S: Final = 1.0


async def run(
    url: str, casework: Casework, clock: Callable[[], datetime], stop: asyncio.Event
) -> None:
    """Look once a second until ``stop``."""

    async def look(connection: Connection) -> None:
        await pass_deadlines(connection, casework, clock())

    await every(_EVERY_S, url, look, stop)


async def pass_deadlines(connection: Connection, casework: Casework, now: datetime) -> int:
    """Tell every case whose timer has run out by ``now``; the number that took it.

    A case that always refuses stands first in every look, so each look goes on behind it.
    """
    passed = 0
    seen: set[UUID] = set()
    while True:
        page = await run_out(connection, now, len(seen) + PAGE)
        unseen = [due for due in page if due.case_id not in seen]
        for due in unseen:
            passed += await _pass(casework, due)
        seen.update(due.case_id for due in unseen)
        if not unseen:
            return passed


async def _pass(casework: Casework, due: Due) -> bool:
    failpoint("T1")
    command = PassDeadline(clock=due.clock)
    try:
        await casework.handle(
            due.case_id, command, request(NAME, due.case_id, due.version, command)
        )
    except Refusal:
        return False
    failpoint("T2")
    return True
