"""Books what the post has paid over, line by line, as far as it agrees with our books."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from cheguan.compose import desk
from cheguan.order_books import collected_sums
from cheguan.registry import Registry
from cheguan.service_clock import clock_of
from cheguan.settings import Settings
from domain.collections.collection import COLLECTION
from domain.collections.commands import SettleCollection
from domain.door.request import own_request
from domain.payments.settlement import SettledLine, SettlementDifference, compared

_NAME: Final = "settlement"


class SettledNow(NamedTuple):
    """So many lines were booked now, and so many had been ``before``."""

    booked: int
    before: int
    differences: Sequence[SettlementDifference]


async def book(url: str, registry: Registry, lines: Sequence[SettledLine]) -> SettledNow:
    """A statement that is broken off is read again. What was booked stays booked once."""
    found = compared(lines, await collected_sums(url, registry.codec))
    new = [(line, own) for line, own in found.agreed if not own.statement_no]
    settings = Settings()
    async with desk(settings, url, clock_of(url, settings), registry) as made:
        for line, own in new:
            command = SettleCollection(
                statement_no=line.statement_no,
                amount_fen=line.amount_fen,
                settled_on=line.settled_on,
            )
            request = own_request(_NAME, own.stream, 1, command)
            await made.door.handle(COLLECTION, own.stream, command, request)
    return SettledNow(len(new), len(found.agreed) - len(new), found.differences)
