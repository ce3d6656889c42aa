"""Moves the days that were counted without a holiday notice, once it is published (ADR 27)."""

import asyncio
import logging
from datetime import date
from typing import Final
from uuid import UUID

import psycopg

from domain.calendar import Calendar
from domain.case.case import CASE
from domain.case.recount import recounts
from domain.door.door import Door
from domain.door.request import own_request as request
from domain.event_store.holidays_followed import followed, to_follow
from domain.event_store.pending import OutcomeUnknown, StoreUnavailable
from domain.event_store.transaction import Connection
from domain.people import system
from domain.refusal import Refusal
from projections.caseload.queries import open_since
from workers.interval import every

NAME: Final = "holidays"
PAGE: Final = 500
_EVERY_S: Final = 60.0
_PUBLISHED: Final = Calendar()
_AWAY: Final = (psycopg.Error, OSError, StoreUnavailable, OutcomeUnknown)
_log: Final = logging.getLogger(__name__)


async def run(url: str, door: Door, stop: asyncio.Event) -> None:
    """Looks once a minute whether a year has got its notice, until ``stop`` is set."""

    async def look(connection: Connection) -> None:
        await follow(connection, door)

    await every(_EVERY_S, url, look, stop)


async def follow(connection: Connection, door: Door, calendar: Calendar = _PUBLISHED) -> int:
    """Recounts every open case that waits for a day of the last year, and later.

    Returns the number of days that moved. A case that has moved on meanwhile was decided on by
    somebody else, and is looked at again within the day.
    """
    last_year = calendar.last_year
    if not await to_follow(connection, last_year):
        return 0
    moved, after = 0, UUID(int=0)
    while page := await open_since(connection, date(last_year - 1, 12, 1), after, PAGE):
        for case in page:
            moved += await _recount(door, case, calendar)
        after = page[-1]
    await followed(connection, last_year)
    return moved


async def _recount(door: Door, case: UUID, calendar: Calendar) -> int:
    try:
        opened, history = await door.open(CASE, case, system(NAME))
        version = opened.version
        for command in recounts(history, calendar):
            asked = request(NAME, case, version, command)
            version = (await door.handle(CASE, case, command, asked)).version
    except Refusal:
        return 0
    except _AWAY:
        raise
    except Exception as fault:  # noqa: BLE001 - one case keeps no other from its day
        _log.error("holidays: case %s is left as it is: %s", case, type(fault).__name__)
        return 0
    return version - opened.version
