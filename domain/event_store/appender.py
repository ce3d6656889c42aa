"""Group commit: the commands that wait while one commit is under way share the next (ADR 21).

There is no timer. An idle appender commits a lone command at once, and a busy one
takes whatever has gathered. All of it runs in the caller's event loop, which goes on
serving while PostgreSQL writes.
"""

import asyncio
from collections.abc import Callable
from typing import Final

import psycopg
from psycopg.errors import LockNotAvailable

from domain.codec import Codec
from domain.event_store.connection import Connect
from domain.event_store.liveness import Unreplicated, cut_after, replicated, usable
from domain.event_store.lost_commit import carried_out
from domain.event_store.pending import (
    Answer,
    OutcomeUnknown,
    Pending,
    StoreBusy,
    StoreUnavailable,
)
from domain.event_store.queued import Queued, encode, fail, tell
from domain.event_store.transaction import Connection, Transaction
from domain.event_store.turns import Turns

LONGEST_S: Final = 10.0
"""Seconds that a transaction may take before its connection is given up."""

_LOST: Final = (
    psycopg.OperationalError,
    psycopg.InterfaceError,
    psycopg.InternalError,
    OSError,
)
"""Errors that no command can cause: the server is lost, read-only, full or restarting."""


class Appender:
    """The one appender of a process. ``connect`` opens its connection, and again after a loss.

    ``queue_max`` bounds the commands that wait. ``batch_max`` bounds those of one commit:
    while some of many callers are served, the others prepare what comes next. ``failed`` is
    called when the server, and no command, is the cause that something is not stored.
    """

    def __init__(
        self,
        connect: Connect,
        codec: Codec,
        *,
        queue_max: int = 2000,
        batch_max: int = 128,
        committed: Callable[[int], None] = lambda position: None,
        failed: Callable[[], None] = lambda: None,
    ) -> None:
        self._connect = connect
        self._codec = codec
        self._batch_max = batch_max
        self._large = max(batch_max // 2, 2)
        self._committed = committed
        self._failed = failed
        self._turns: Turns[Queued] = Turns(queue_max)
        self._work = asyncio.Event()
        self._connection: Connection | None = None
        self._ahead: list[Queued] = []
        self._asked: Transaction | None = None
        self._closing = False

    async def append(self, pending: Pending) -> Answer:
        """Returns when the command is durable.

        Raises :class:`StoreBusy` when too many wait, :class:`StoreUnavailable` when nothing
        was stored, and :class:`OutcomeUnknown` when that could not be found out. A caller
        that does not wait for the answer has given up: its command is left out, unless it
        is being written already.
        """
        if self._closing or self._turns.full(pending.caller):
            raise StoreBusy
        answer: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        queued = Queued(pending, [], answer)
        self._turns.add(pending.caller, queued)
        self._work.set()
        return await answer

    async def run(self) -> None:
        """Commits until :meth:`close` is called, and then whatever is still waiting."""
        try:
            while not (self._closing and not self._turns):
                await self._work.wait()
                while self._ahead or self._turns:
                    batch, self._ahead = self._ahead or self._turns.take(self._batch_max), []
                    await self._commit(batch)
                if not self._closing:
                    self._work.clear()
        finally:
            ahead, self._ahead = self._ahead, []
            fail(ahead, StoreUnavailable("AppenderStopped"))
            if self._closing:
                self._fail_all(StoreUnavailable("AppenderStopped"))
            await self._drop()

    def close(self) -> None:
        self._closing = True
        self._work.set()

    async def _commit(self, batch: list[Queued]) -> None:
        try:
            await self._attempt([queued for queued in batch if not queued.given_up])
        except BaseException:
            fail(batch, OutcomeUnknown())
            raise

    async def _attempt(self, batch: list[Queued]) -> None:
        transaction, self._asked = self._asked, None
        try:
            if transaction is None:
                transaction = Transaction(await self._usable())
                _ask(self._codec, transaction, batch)
            with cut_after(transaction.connection, LONGEST_S), replicated(transaction.connection):
                known = await transaction.read()
                batch = [queued for queued in batch if not queued.given_up]
                answers = await transaction.write(batch, known, lambda: self._ask_ahead(batch))
        except Unreplicated:
            self._failed()
            fail(batch, OutcomeUnknown())
        except _LOST as lost:
            await self._lost(batch, transaction, lost)
        except Exception as refused:  # noqa: BLE001 - one bad command never stops the others
            await self._drop()
            if _unsure(transaction, refused):
                await self._ask_again(batch)
            elif len(batch) == 1:
                fail(batch, StoreUnavailable(type(refused).__name__))
            else:
                for queued in batch:
                    await self._commit([queued])
        else:
            for queued, answer in zip(batch, answers, strict=True):
                tell(queued, answer)
            self._committed(len(batch))

    async def _usable(self) -> Connection:
        if not usable(self._connection):
            await self._drop()
            self._connection = await self._connect()
        assert self._connection is not None
        return self._connection

    def _ask_ahead(self, batch: list[Queued]) -> None:
        """Lets the server begin the next commit right after this one, if both are large (ADR 13).

        After a small one it is better to wait, because whoever is answered now may ask again.
        """
        assert self._connection is not None
        if min(len(batch), len(self._turns)) >= self._large:
            self._ahead = self._turns.take(self._batch_max)
            self._asked = Transaction(self._connection)
            _ask(self._codec, self._asked, self._ahead)

    async def _lost(
        self, batch: list[Queued], transaction: Transaction | None, lost: Exception
    ) -> None:
        """Answers the batch, and without a lock or a connection also all that wait behind it."""
        self._failed()
        await self._drop()
        failure = StoreUnavailable(type(lost).__name__)
        if transaction is None or isinstance(lost, LockNotAvailable):
            self._fail_all(failure)
        if _unsure(transaction, lost):
            await self._ask_again(batch)
        else:
            fail(batch, failure)

    async def _ask_again(self, batch: list[Queued]) -> None:
        """Asks, under the append lock, what a lost commit has stored (ADR 8)."""
        try:
            self._connection = await self._connect()
            done = await carried_out(
                self._connection, [queued.pending.command_id for queued in batch]
            )
        except (psycopg.Error, OSError, OutcomeUnknown):
            await self._drop()
            fail(batch, OutcomeUnknown())
            return
        for queued in batch:
            if replayed := done.get(queued.pending.command_id):
                tell(queued, replayed)
            else:
                fail([queued], StoreUnavailable("ConnectionLost"))

    def _fail_all(self, failure: Exception) -> None:
        fail(self._turns.take(len(self._turns)), failure)

    async def _drop(self) -> None:
        connection, self._connection = self._connection, None
        self._asked = None
        if connection is not None:
            await connection.close()


def _ask(codec: Codec, transaction: Transaction, batch: list[Queued]) -> None:
    """Asks for the lock, and encodes the batch while the server takes it."""
    transaction.ask(batch)
    encode(codec, batch)


def _unsure(transaction: Transaction | None, error: Exception) -> bool:
    """Whether a commit may have happened. It has not if the server itself answered an error."""
    if transaction is None or not transaction.committing:
        return False
    return not (isinstance(error, psycopg.Error) and error.diag.severity_nonlocalized == "ERROR")
