"""Keeps what is known of the store outside of it, and lets nothing be written to another store.

The store is compared whenever a connection to write is opened. So a store that was restored
under a running process is noticed when the process connects to it again.
"""

import asyncio
import logging
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Final

import psycopg
from msgspec.structs import replace

from domain.event_store.acknowledged import Journal, line
from domain.event_store.connection import Connect, connect_to_write, connector
from domain.event_store.epoch import Difference, Seen, StoreReadOnly, difference, look
from domain.event_store.known import Known, KnownFile, KnownUnreadable, KnownUnwritable, alone
from domain.event_store.pending import Answer, Outrun, Pending, StoreUnavailable
from domain.event_store.transaction import Connection

PAUSE_S: Final = 0.5
"""Seconds of acknowledgements that are written together. A lost machine leaves them unlisted."""
LOOK_EVERY_S: Final = 1.0
ANSWER_S: Final = 2.0
"""Seconds after which a store that does not answer is away. Closing waits no longer for it."""
KEPT: Final = 200_000
"""How many acknowledgements are kept in memory while the folder cannot be written."""

_LOG: Final = logging.getLogger(__name__)


class Guard:
    """Watches one store. ``folder`` holds what is known, and several processes may share it."""

    def __init__(self, url: str, folder: Path) -> None:
        self._connect = connector(url, connect_to_write)
        self._folder = folder
        self._file = KnownFile(folder)
        self._journal = Journal(folder)
        self._connection: Connection | None = None
        self._found: Difference | None = None
        self._fresh: deque[tuple[int, Pending]] = deque(maxlen=KEPT)
        self._news = asyncio.Event()
        self._closing = asyncio.Event()

    def checked(self, connect: Connect) -> Connect:
        """``connect``, refused as by a server that is away when the store is not the known one."""

        async def checking() -> Connection:
            connection = await connect()
            try:
                known = _further(self._file.load(), self._fresh)
                async with asyncio.timeout(ANSWER_S):
                    self._judge(difference(known, await look(connection, known)))
                if self._found:
                    raise ConnectionRefusedError(self._found)
            except BaseException:
                await connection.close()
                raise
            return connection

        return checking

    def refuse(self) -> None:
        """Raises :class:`StoreReadOnly` if the store is not the one that is known."""
        if self._found:
            raise StoreReadOnly(self._found)

    async def append(
        self, append: Callable[[Pending], Awaitable[Answer]], pending: Pending
    ) -> Answer:
        """Appends, and notes what was acknowledged."""
        self.refuse()
        try:
            answer = await append(pending)
        except StoreUnavailable:
            self.refuse()
            raise
        if not isinstance(answer, Outrun):
            self._fresh.append((answer.position, pending))
            self._news.set()
        return answer

    async def run(self) -> None:
        """Compares and writes down until :meth:`close` is called, and then once more."""
        while not self._closing.is_set():
            await self._keep()
            await _within(LOOK_EVERY_S, self._news)
            self._news.clear()
            await _within(PAUSE_S, self._closing)
        await self._keep()
        await self._drop()

    def close(self) -> None:
        self._closing.set()
        self._news.set()

    async def _keep(self) -> None:
        """Looks at the store and writes down what is new about it. What fails is tried again."""
        try:
            await self._keep_fresh()
        except (OSError, KnownUnreadable) as unkept:
            _LOG.error("What is known of the store cannot be kept: %s", unkept)

    async def _keep_fresh(self) -> None:
        fresh = list(self._fresh)
        written = self._file.load()
        known = _further(written, fresh)
        seen = await self._look(known)
        if seen:
            self._judge(difference(known, seen))
        now = known if self._found or not seen else seen.known
        if not fresh and (now is None or now.says(written)):
            return
        lines = [line(known.epoch if known else 1, *each) for each in fresh]
        await asyncio.to_thread(self._write, lines, now)
        for _ in fresh:
            self._fresh.popleft()

    def _write(self, lines: list[str], now: Known | None) -> None:
        with alone(self._folder):
            self._journal.add(lines)
            if now:
                self._file.advance(now)

    async def _look(self, known: Known | None) -> Seen | None:
        """Reads how the store stands. None means that it is away."""
        try:
            async with asyncio.timeout(ANSWER_S):
                if self._connection is None or self._connection.closed:
                    self._connection = await self._connect()
                return await look(self._connection, known)
        except (psycopg.Error, OSError):
            await self._drop()
            return None

    def _judge(self, found: Difference | None) -> None:
        if found and found != self._found:
            _LOG.error("%s", StoreReadOnly(found))
        if self._found and not found:
            _LOG.warning("The store is open for writing again.")
        self._found = found

    async def _drop(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(psycopg.Error):
                await connection.close()


@asynccontextmanager
async def guarding(url: str, folder: Path | None) -> AsyncIterator[Guard | None]:
    """Runs the guard while the context is open. Without a folder there is none.

    Raises :class:`~domain.event_store.known.KnownUnreadable` or :class:`KnownUnwritable`.
    """
    if folder is None:
        yield None
        return
    try:
        with alone(folder):
            KnownFile(folder).load()
    except OSError as refused:
        raise KnownUnwritable(folder, refused) from refused
    guard = Guard(url, folder)
    running = asyncio.create_task(guard.run())
    try:
        yield guard
    finally:
        guard.close()
        await running


def _further(known: Known | None, fresh: Iterable[tuple[int, Pending]]) -> Known | None:
    """What is known, with what the store has acknowledged since: that too must be there."""
    if known is None:
        return None
    return replace(known, position=max([known.position, *(position for position, _ in fresh)]))


async def _within(seconds: float, event: asyncio.Event) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await event.wait()
