"""Sends the log to Kafka, in its order. One relay is active, and the others stand by.

Everything is sent at least once. The position is saved when all of a batch is acknowledged,
so what failed before that is sent again, and readers drop it by its position.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from typing import Final, TypeVar

import psycopg
from kafka.errors import KafkaError

from domain.event_store.connection import connect
from domain.event_store.log import CHANNEL
from domain.event_store.transaction import Connection
from domain.failpoints import failpoint
from workers.kafka.producer import Lost, Producer, Sent, ends
from workers.kafka.record import Stored
from workers.kafka.sent import RelayMoved, RelayPlace, move, stands, stored_after
from workers.kafka.topic import TopicUnusable, check
from workers.pause import pause

BATCH: Final = 2_000
_LOCK: Final = 7302
_TRY: Final = "SELECT pg_try_advisory_lock(%s, hashtext(%s))"
_POLL_S: Final = 1.0
_IDLE: Final = "SET idle_session_timeout = '10s'"
"""A relay that is stopped or hangs loses its lock. It can no longer save, and a standby can."""
_PING_S: Final = 2.0
_BACK_OFF_S: Final = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0)
_AGAIN: Final = (
    psycopg.OperationalError,
    psycopg.InterfaceError,
    OSError,
    KafkaError,
    Lost,
    RelayMoved,
    TopicUnusable,
)
_Result = TypeVar("_Result")
_log: Final = logging.getLogger(__name__)


async def run(url: str, servers: str, topic: str, stop: asyncio.Event) -> None:
    """Relays until ``stop`` is set. After an error a fresh producer goes on where it was saved."""
    failures = 0
    while not stop.is_set():
        relay = Relay(url, servers, topic)
        try:
            await relay.follow(stop)
        except _AGAIN as error:
            failures = 0 if relay.moved else failures + 1
            wait = _BACK_OFF_S[min(failures, len(_BACK_OFF_S) - 1)]
            _log.warning("relay: %s; again in %.1f s", type(error).__name__, wait)
            await pause(stop, wait)


class Relay:
    """One producer, and one connection that holds the lock and saves the position.

    The producer is made when there are events to send.
    """

    def __init__(self, url: str, servers: str, topic: str) -> None:
        self._url, self._servers, self._topic = url, servers, topic
        self._thread = ThreadPoolExecutor(1, "kafka")
        self._producer: Producer | None = None
        self._ahead: Sequence[Stored] = ()
        """The next batch, which was read while the one before was being sent."""
        self.moved = False

    async def follow(self, stop: asyncio.Event) -> None:
        """Stands by, then sends what comes, until ``stop`` is set."""
        async with self._open() as connection:
            if not await _alone(connection, self._topic, stop):
                return
            await connection.execute(f"LISTEN {CHANNEL}".encode())
            standing = await self._begin(connection)
            while not stop.is_set():
                sent = await self._send(connection, standing)
                if sent is standing:
                    await _news(connection)
                standing = sent

    async def catch_up(self) -> int:
        """Sends all there is, and returns the number of events."""
        async with self._open() as connection:
            await _alone(connection, self._topic, asyncio.Event())
            standing = await self._begin(connection)
            first = standing.position
            while (sent := await self._send(connection, standing)) is not standing:
                standing = sent
            return standing.position - first

    async def _begin(self, connection: Connection) -> RelayPlace:
        for line in await self._in_thread(connection, lambda: check(self._servers, self._topic)):
            _log.warning("topic %s: %s", self._topic, line)
        standing = await stands(connection, self._topic)
        found = await self._in_thread(connection, lambda: ends(self._servers, self._topic))
        if any(end <= offset for end, offset in zip(found, standing.sent.offsets, strict=True)):
            _log.warning("topic %s lacks what it acknowledged: all is sent again", self._topic)
            standing = standing._replace(position=0, sent=Sent.nothing())
        return standing

    async def _send(self, connection: Connection, old: RelayPlace) -> RelayPlace:
        """Sends one batch. Returns the same object if there is nothing new."""
        events = self._ahead or await stored_after(connection, old.position, BATCH)
        failpoint("R1")
        if not events:
            return old
        position = events[-1].position
        if self._producer is None:
            self._producer = await self._in_thread(
                connection, lambda: Producer(self._servers, self._topic)
            )
        producer = self._producer
        sent, self._ahead = await asyncio.gather(
            self._in_thread(connection, lambda: producer.send(events, old.epoch, old.sent)),
            stored_after(connection, position, BATCH),
        )
        failpoint("R3")
        new = RelayPlace(old.epoch, position, position, sent)
        await move(connection, self._topic, old, new)
        self.moved = True
        failpoint("R4")
        return new

    async def _in_thread(self, connection: Connection, does: Callable[[], _Result]) -> _Result:
        """Does what blocks in a thread. Meanwhile the server is told that this relay lives."""
        working = asyncio.get_running_loop().run_in_executor(self._thread, does)
        working.add_done_callback(lambda done: done.cancelled() or done.exception())
        while not working.done():
            await asyncio.wait({working}, timeout=_PING_S)
            if not working.done():
                await connection.execute("SELECT 1")
        return await working

    @asynccontextmanager
    async def _open(self) -> AsyncIterator[Connection]:
        connection = await connect(self._url)
        try:
            await connection.execute(_IDLE)
            yield connection
        finally:
            if self._producer:
                self._thread.submit(self._producer.close)
            await asyncio.to_thread(self._thread.shutdown)
            with suppress(psycopg.Error):
                await connection.close()


async def _alone(connection: Connection, topic: str, stop: asyncio.Event) -> bool:
    """Waits for the lock that only one relay has. It keeps it as long as its session lives."""
    while not stop.is_set():
        cursor = await connection.execute(_TRY, (_LOCK, topic))
        if (await cursor.fetchall())[0][0]:
            return True
        await pause(stop, _POLL_S)
    return False


async def _news(connection: Connection) -> None:
    """Returns when something may have been appended, or after a second."""
    async for _ in connection.notifies(timeout=_POLL_S, stop_after=1):
        return
