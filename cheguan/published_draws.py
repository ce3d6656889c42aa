"""The public file of draws, as ``cheguan draws export`` prints it."""

from collections.abc import Sequence
from datetime import date

from cheguan.service_clock import clock_of
from cheguan.settings import Settings
from cheguan.town.stored_clock import following
from domain.event_store.connection import connect
from projections.draws.publication import publication


async def export(
    settings: Settings, url: str, first: date, last: date, regions: Sequence[str]
) -> bytes:
    """The bytes of the file, as of now by the clock of the store."""
    clock = clock_of(url, settings)
    connection = await connect(url)
    try:
        async with following(url, clock):
            return await publication(connection, first, last, regions, clock())
    finally:
        await connection.close()
