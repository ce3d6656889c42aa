"""A projector stops whatever its notices are doing."""

import asyncio
from typing import NoReturn

import psycopg

from projections.engine.folded import FoldedNotice


async def test_a_cancellation_that_ends_in_an_error_of_the_connection_is_an_end_too() -> None:
    """As a pipeline does that is cancelled while it is busy."""
    connecting = asyncio.Event()

    async def connect() -> NoReturn:
        connecting.set()
        try:
            await asyncio.Event().wait()
        finally:
            raise psycopg.OperationalError

    notice = FoldedNotice(connect)
    notice.begin()
    notice.say(1)
    await connecting.wait()
    await asyncio.wait_for(notice.end(), 5)
