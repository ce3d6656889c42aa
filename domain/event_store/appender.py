"""Group commit: the commands that wait while one commit is in flight share the next.

There is no timer: an idle appender commits a lone command at once, a busy one
takes whatever has gathered. All of it runs in the caller's event loop, so the
loop goes on serving while PostgreSQL writes.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from uuid import UUID

import psycopg

from domain.event_store.pending import (
    Answer,
    OutcomeUnknown,
    Pending,
    Replayed,
    StoreBusy,
    StoreUnavailable,
)
from domain.event_store.transaction import LOCK, LOCK_TIMEOUT, Connection, Transaction

Connect = Callable[[], Awaitable[Connection]]


@dataclass(frozen=True, slots=True)
class _Waiting:
    pending: Pending
    answer: asyncio.Future[Answer]


class Appender:
    """One for a process; ``connect`` opens its connection, again after a loss.

    ``queue_max`` bounds the commands that wait, ``batch_max`` those of one commit.
    """

    def __init__(
        self,
        connect: Connect,
        *,
        queue_max: int = 2000,
        batch_max: int = 512,
        committed: Callable[[int], None] = lambda position: None,
    ) -> None:
        self._connect = connect
        self._queue_max = queue_max
        self._batch_max = batch_max
        self._committed = committed
        self._queue: deque[_Waiting] = deque()
        self._work = asyncio.Event()
        self._connection: Connection | None = None
        self._closing = False

    async def append(self, pending: Pending) -> Answer:
        """Durable when it returns.

        Raises :class:`StoreBusy` when too many wait, :class:`StoreUnavailable` when nothing
        was stored, :class:`OutcomeUnknown` when that could not be found out.
        """
        if len(self._queue) >= self._queue_max or self._closing:
            raise StoreBusy
        waiting = _Waiting(pending, asyncio.get_running_loop().create_future())
        self._queue.append(waiting)
        self._work.set()
        return await waiting.answer

    async def run(self) -> None:
        """Commit until :meth:`close`; what waits by then is still committed."""
        try:
            while not (self._closing and not self._queue):
                await self._work.wait()
                while self._queue:
                    size = min(len(self._queue), self._batch_max)
                    await self._commit([self._queue.popleft() for _ in range(size)])
                if not self._closing:
                    self._work.clear()
        finally:
            self._closing = True
            _fail(list(self._queue), StoreUnavailable("AppenderStopped"))
            await self._drop()

    def close(self) -> None:
        self._closing = True
        self._work.set()

    async def _commit(self, batch: list[_Waiting]) -> None:
        transaction: Transaction | None = None
        try:
            if self._connection is None or self._connection.closed:
                self._connection = await self._connect()
            transaction = Transaction(self._connection)
            answers = await transaction.append([waiting.pending for waiting in batch])
        except (psycopg.OperationalError, psycopg.InterfaceError, OSError) as lost:
            unsure = transaction is not None and transaction.committing
            await self._drop()
            if unsure:
                await self._ask_again(batch)
            else:
                _fail(batch, StoreUnavailable(type(lost).__name__))
        except Exception as refused:  # noqa: BLE001 - one bad command never stops the others
            await self._drop()
            if len(batch) == 1:
                _fail(batch, StoreUnavailable(type(refused).__name__))
            else:
                for waiting in batch:
                    await self._commit([waiting])
        else:
            for waiting, answer in zip(batch, answers, strict=True):
                _answer(waiting, answer)
            self._committed(len(batch))

    async def _ask_again(self, batch: list[_Waiting]) -> None:
        """After a lost commit: under the append lock the command log no longer changes."""
        try:
            self._connection = await self._connect()
            done = await carried_out(self._connection, [w.pending.command_id for w in batch])
        except (psycopg.Error, OSError):
            await self._drop()
            _fail(batch, OutcomeUnknown())
            return
        for waiting in batch:
            if replayed := done.get(waiting.pending.command_id):
                _answer(waiting, replayed)
            else:
                _fail([waiting], StoreUnavailable("ConnectionLost"))

    async def _drop(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.close()


async def carried_out(connection: Connection, commands: list[UUID]) -> dict[UUID, Replayed]:
    """Which of the commands are in the log; final, because no append is in flight meanwhile."""
    async with connection.transaction():
        await connection.execute(LOCK_TIMEOUT)
        await connection.execute(LOCK)
        cursor = await connection.execute(
            "SELECT command_id, request_sha256, position, outcome"
            " FROM command_log WHERE command_id = ANY(%s)",
            (commands,),
        )
        return {row[0]: Replayed(*row[1:]) for row in await cursor.fetchall()}


def _answer(waiting: _Waiting, answer: Answer) -> None:
    if not waiting.answer.done():
        waiting.answer.set_result(answer)


def _fail(batch: list[_Waiting], failure: Exception) -> None:
    for waiting in batch:
        if not waiting.answer.done():
            waiting.answer.set_exception(failure)
