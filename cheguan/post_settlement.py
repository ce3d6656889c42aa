"""Books what the post has paid over, line by line, as far as it agrees with our books."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from typing import Final, NamedTuple

import psycopg

from api.desk import Desk
from cheguan.compose import desk
from cheguan.order_books import collected_sums
from cheguan.registry import Registry
from cheguan.service_clock import clock_of
from cheguan.settings import Settings
from cheguan.town.postal_statements import statements
from domain.calendar import local_day
from domain.codec import Codec
from domain.collections.collection import COLLECTION
from domain.collections.commands import SettleCollection
from domain.door.door import Door
from domain.door.request import own_request
from domain.event_store.pending import OutcomeUnknown, StoreUnavailable
from domain.payments.settlement import SettledLine, SettlementDifference, compared
from workers.pause import pause

_NAME: Final = "settlement"
_LOOK_EVERY_S: Final = 5.0


class SettledNow(NamedTuple):
    """So many lines were booked now, and so many had been ``before``."""

    booked: int
    before: int
    differences: Sequence[SettlementDifference]


async def settle(door: Door, url: str, codec: Codec, lines: Sequence[SettledLine]) -> SettledNow:
    """What was booked before is not booked again."""
    found = compared(lines, await collected_sums(url, codec))
    new = [(line, own) for line, own in found.agreed if not own.statement_no]
    for line, own in new:
        command = SettleCollection(
            statement_no=line.statement_no,
            amount_fen=line.amount_fen,
            settled_on=line.settled_on,
        )
        request = own_request(_NAME, own.stream, 1, command)
        await door.handle(COLLECTION, own.stream, command, request)
    return SettledNow(len(new), len(found.agreed) - len(new), found.differences)


async def pay_over(door: Door, url: str, codec: Codec, today: date) -> int:
    """Lets the post of a town pay over what is due. Returns in how many statements it did."""
    due = statements(await collected_sums(url, codec), today)
    for lines in due.values():
        await settle(door, url, codec, lines)
    return len(due)


async def pay_over_weekly(made: Desk, url: str, stop: asyncio.Event) -> None:
    """The same as often as a day of the town begins, until ``stop`` is set."""
    paid_on: date | None = None
    while not stop.is_set():
        if (today := local_day(made.clock())) != paid_on:
            with suppress(StoreUnavailable, OutcomeUnknown, psycopg.Error, OSError):
                await pay_over(made.door, url, made.codec, today)
                paid_on = today
        await pause(stop, _LOOK_EVERY_S)


async def book(url: str, registry: Registry, lines: Sequence[SettledLine]) -> SettledNow:
    """A statement that is broken off is read again. What was booked stays booked once."""
    settings = Settings()
    async with desk(settings, url, clock_of(url, settings), registry) as made:
        return await settle(made.door, url, registry.codec, lines)
