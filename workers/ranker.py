"""The ranker: counts who has a place in an examination, once its bookings have ended (ADR 82).

It waits until the read model of bookings has folded the end of the bookings, so nobody who was in
time is missed. What it finds is one command, which is refused if the ranking is fixed already.
"""

import asyncio
from typing import Final

from domain.door.door import Door
from domain.door.request import own_request
from domain.event_store.transaction import Connection
from domain.exam_plans.commands import FixExamRanking
from domain.exam_plans.exam_plan import EXAM_PLAN
from domain.exam_plans.ranking import cut
from domain.exam_plans.state import ExamPlanStage
from domain.people import system
from projections.examinations.bookings import keys_of
from projections.examinations.plans import Unranked, unranked
from workers.interval import every

NAME: Final = "ranker"
_EVERY_S: Final = 1.0
_PAGE: Final = 100


async def run(url: str, door: Door, stop: asyncio.Event) -> None:
    """Looks once a second until ``stop`` is set."""

    async def look(connection: Connection) -> None:
        await rank_all(connection, door)

    await every(_EVERY_S, url, look, stop)


async def rank_all(connection: Connection, door: Door) -> int:
    """Fixes the rankings that wait for it, and says how many."""
    found = await unranked(connection, _PAGE)
    for each in found:
        await _rank(connection, door, each)
    return len(found)


async def _rank(connection: Connection, door: Door, found: Unranked) -> None:
    opened = (await door.open(EXAM_PLAN, found.plan, system(NAME)))[0]
    if opened.state.stage is not ExamPlanStage.CLOSED:
        return
    keys = await keys_of(connection, found.plan)
    placed, last = cut(keys, found.capacity)
    fix = FixExamRanking(
        applicants=len(keys),
        placed=placed,
        last_since=last.since if last else None,
        last_serial=last.serial if last else None,
    )
    request = own_request(NAME, found.plan, opened.version, fix)
    await door.handle(EXAM_PLAN, found.plan, fix, request)
