"""Reads the books of orders out of the log, from its beginning to its end."""

from collections.abc import AsyncIterator
from typing import Final

from domain.codec import Codec
from domain.event_store.connection import connect
from domain.event_store.reactions.causes import causes_after
from domain.payments.books import TOPICS, bank_line
from domain.payments.statement import BookedLine
from domain.recorded_event import RecordedEvent

_PAGE: Final = 10_000


async def money(url: str, codec: Codec) -> AsyncIterator[RecordedEvent]:
    """Every event that tells of money, in the order of the log."""
    connection = await connect(url)
    try:
        position, end = 0, -1
        while position != end:
            end = position
            found, position = await causes_after(connection, position, TOPICS, _PAGE)
            for each in found:
                envelope = codec.decode(each.state)
                yield RecordedEvent(each.stream, each.version, each.position, envelope)
    finally:
        await connection.close()


async def bank_lines(url: str, codec: Codec) -> list[BookedLine]:
    """All that the bank should know, by our books."""
    lines = [bank_line(each.stream, each.event) async for each in money(url, codec)]
    return [line for line in lines if line is not None]
