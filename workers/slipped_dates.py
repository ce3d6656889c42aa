"""Tells applicants when the day has passed by which nine of ten have their result (ADR 77)."""

import asyncio
import hashlib
from datetime import datetime
from typing import Final
from uuid import uuid5

from domain.calendar import local_day
from domain.case.case import CASE
from domain.case.expectation.commands import TellLaterDate
from domain.door.door import Door
from domain.door.request import CHANNEL, Request
from domain.event_store.transaction import Connection
from domain.people import system
from domain.refusal import Refusal
from projections.expected.slipped import PassedDate, passed_dates
from workers.interval import every
from workers.timepiece import Timepiece

NAME: Final = "slipped_dates"
_EVERY_S: Final = 300.0


async def run(url: str, door: Door, clock: Timepiece, stop: asyncio.Event) -> None:
    """Looks every five minutes until ``stop`` is set."""

    async def look(connection: Connection) -> None:
        if now := await clock.now(connection):
            await tell(connection, door, now)

    await every(_EVERY_S, url, look, stop)


async def tell(connection: Connection, door: Door, now: datetime) -> int:
    """Tells all whose day has passed by ``now``; how many commands were carried out.

    A case that has moved on meanwhile, or cannot be read, is looked at again next time.
    """
    told = 0
    async for passed in passed_dates(connection, local_day(now)):
        command = TellLaterDate(
            told_by=passed.told_by, likely_by=passed.likely_by, cases=passed.cases
        )
        try:
            done = await door.handle(CASE, passed.case, command, request(passed))
        except Refusal:
            continue
        told += not done.replayed
    return told


def request(passed: PassedDate) -> Request:
    """Its id follows from the day that has passed, so each is told of once."""
    name = f"{NAME}:{passed.told_by.isoformat()}"
    return Request(
        by=system(NAME),
        channel=CHANNEL,
        command_id=uuid5(passed.case, name),
        sha256=hashlib.sha256(name.encode()).digest(),
    )
