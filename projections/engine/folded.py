"""Says aloud that events have been folded, to whoever waits for read models without asking."""

import asyncio
from contextlib import suppress
from typing import Final

from domain.event_store.announcer import Announcer
from domain.event_store.connection import Connect

CHANNEL: Final = "cheguan_folded"


class FoldedNotice:
    """The position up to which something was folded. Whoever hears it is told nothing else.

    Which read models were meant is not told. A notice that is lost costs an interval of looks.
    """

    def __init__(self, connect: Connect) -> None:
        self._position = 0
        self._announcer = Announcer(connect, self._words)
        self._telling: asyncio.Task[None] | None = None

    def say(self, position: int) -> None:
        self._position = position
        self._announcer.wake(1)

    def begin(self) -> None:
        self._telling = asyncio.create_task(self._announcer.run())

    async def end(self) -> None:
        """Closes and cancels. A round trip that is only cancelled may end in an error of the
        connection, after which the announcer would go on for ever.
        """
        self._announcer.close()
        if self._telling:
            self._telling.cancel()
            with suppress(asyncio.CancelledError):
                await self._telling

    def _words(self) -> bytes:
        return b"NOTIFY %s, '%d'" % (CHANNEL.encode(), self._position)
