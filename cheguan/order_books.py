"""Reads the books of orders out of the log, from its beginning to its end."""

from collections.abc import AsyncIterator, Collection
from typing import Final
from uuid import UUID

from domain.codec import Codec
from domain.collections.events import CollectionBooked, CollectionSettled
from domain.event_store.connection import connect
from domain.event_store.reactions.causes import causes_after
from domain.payments.books import TOPICS, bank_line
from domain.payments.settlement import CollectedSum
from domain.payments.statement import BookedLine
from domain.recorded_event import RecordedEvent

_PAGE: Final = 10_000
_COLLECTED: Final = frozenset({CollectionBooked.__name__, CollectionSettled.__name__})


async def money(
    url: str, codec: Codec, topics: Collection[str] = TOPICS
) -> AsyncIterator[RecordedEvent]:
    """Every event that tells of money, in the order of the log."""
    connection = await connect(url)
    try:
        position, end = 0, -1
        while position != end:
            end = position
            found, position = await causes_after(connection, position, topics, _PAGE)
            for each in found:
                envelope = codec.decode(each.state)
                yield RecordedEvent(each.stream, each.version, each.position, envelope)
    finally:
        await connection.close()


async def bank_lines(url: str, codec: Codec) -> list[BookedLine]:
    """All that the bank should know, by our books."""
    lines = [bank_line(each.stream, each.event) async for each in money(url, codec)]
    return [line for line in lines if line is not None]


async def collected_sums(url: str, codec: Codec) -> list[CollectedSum]:
    """All that the post has collected, by our books, and by which statement it has paid."""
    sums: dict[UUID, CollectedSum] = {}
    async for each in money(url, codec, _COLLECTED):
        match each.event:
            case CollectionBooked() as booked:
                sums[each.stream] = CollectedSum(
                    each.stream,
                    booked.item_no,
                    booked.office,
                    booked.collected_on,
                    booked.amount_fen,
                )
            case CollectionSettled() as settled:
                sums[each.stream] = sums[each.stream]._replace(statement_no=settled.statement_no)
    return list(sums.values())
