"""Tells the officer, the head of the office and the city of deadlines that are near or over.

The read model only says where to look. The decision looks at the case itself, so nobody is told
early, and nobody twice.
"""

import asyncio
import hashlib
from datetime import datetime
from typing import Final
from uuid import uuid5

from domain.calendar import Calendar, local_day
from domain.case.case import CASE
from domain.case.warnings.commands import RaiseDeadlineWarning
from domain.case.warnings.reasons import OF_ONE_DAY, WARNED_OF
from domain.case.warnings.standing import level_on
from domain.door.door import Door
from domain.door.request import CHANNEL, Request
from domain.event_store.transaction import Connection
from domain.people import system
from domain.refusal import Refusal
from projections.caseload.warned import NearDeadline, to_warn_of
from workers.interval import every
from workers.timepiece import Timepiece

NAME: Final = "deadline_warnings"
_PAGE: Final = 500
_ABREAST: Final = 32
_EVERY_S: Final = 30.0
_CALENDAR: Final = Calendar()


async def run(url: str, door: Door, clock: Timepiece, stop: asyncio.Event) -> None:
    """Looks twice a minute until ``stop`` is set."""

    async def look(connection: Connection) -> None:
        if now := await clock.now(connection):
            await warn(connection, door, now)

    await every(_EVERY_S, url, look, stop)


async def warn(connection: Connection, door: Door, now: datetime) -> int:
    """Tells of everything that is near or over by ``now``; how many were told."""
    today = local_day(now)
    soon, told = _CALENDAR.add(today, 1), 0
    last: NearDeadline | None = None
    while page := await to_warn_of(
        connection, WARNED_OF, OF_ONE_DAY, today=today, soon=soon, after=last, limit=_PAGE
    ):
        for place in range(0, len(page), _ABREAST):
            group = page[place : place + _ABREAST]
            results = await asyncio.gather(*(_raise(door, each, now) for each in group))
            told += sum(results)
        last = page[-1]
    return told


async def _raise(door: Door, near: NearDeadline, now: datetime) -> bool:
    """A case that has moved on meanwhile, or cannot be read, is looked at again next time."""
    command = RaiseDeadlineWarning(clock=near.clock, due_on=near.due_on)
    try:
        done = await door.handle(CASE, near.case, command, request(near, now))
    except Refusal:
        return False
    return not done.replayed


def request(near: NearDeadline, now: datetime) -> Request:
    """Its id follows from the day and how near it is, so however often it is found it acts once."""
    level = level_on(near.clock, near.due_on, local_day(now), _CALENDAR)
    name = f"{NAME}:{near.clock}:{near.due_on.isoformat()}:{level}"
    return Request(
        by=system(NAME),
        channel=CHANNEL,
        command_id=uuid5(near.case, name),
        sha256=hashlib.sha256(name.encode()).digest(),
    )
