"""Faults of PostgreSQL that is there but cannot do what it is asked."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from typing import Final

import psycopg
from psycopg.sql import SQL, Literal

from domain.event_store.transaction import APPEND_LOCK
from tests.faults.arena import Arena
from tests.faults.cluster import run_sql
from tests.faults.postgres_faults import CANCEL
from tests.faults.scenario import Scenario
from tests.faults.small_disk import no_larger_files, no_space
from tests.faults.wire import Answer, Wire

_BETWEEN: Final = 25
_FEW: Final = 6
_READERS: Final = 40
_QUEUE: Final = "/api/v1/cases?queue=all"
_REFUSED_WITHIN_S: Final = 6.0
"""The deadline of a request is 5 s. The rest is for a busy machine."""

Broken = Callable[[Arena], AbstractAsyncContextManager[None]]


def _while_broken(broken: Broken) -> Callable[[Arena, int], Awaitable[None]]:
    """Waits until clients have felt the fault. They are told so in time, and then it ends."""

    async def does(arena: Arena, faults: int) -> None:
        for _ in range(faults):
            await arena.load.more(_BETWEEN)
            async with broken(arena):
                arena.load.slowest = 0.0
                await arena.load.failures(_FEW)
                slowest = arena.load.slowest
                ready = (await _asked(arena, "/health/ready")).status
                arena.checks.that("R2", ready == 503, f"ready while commands fail: {ready}")
            arena.struck()
            arena.in_time(slowest, _REFUSED_WITHIN_S, "refused")
            await arena.answers_again(time.monotonic())

    return does


@asynccontextmanager
async def _append_lock(arena: Arena) -> AsyncIterator[None]:
    async with await psycopg.AsyncConnection.connect(arena.url, autocommit=True) as session:
        await session.execute("SELECT pg_advisory_lock(%s)", (APPEND_LOCK,))
        yield


@asynccontextmanager
async def _table_lock(arena: Arena) -> AsyncIterator[None]:
    async with await psycopg.AsyncConnection.connect(arena.url) as session:
        await session.execute("LOCK TABLE stored_events IN ACCESS EXCLUSIVE MODE")
        yield


@asynccontextmanager
async def _read_only(arena: Arena) -> AsyncIterator[None]:
    async with _setting(arena, "default_transaction_read_only", "on"):
        yield


@asynccontextmanager
async def _setting(arena: Arena, name: str, value: str) -> AsyncIterator[None]:
    change = SQL("ALTER SYSTEM SET {} = {}").format(SQL(name), Literal(value))
    back = SQL("ALTER SYSTEM RESET {}").format(SQL(name))
    await arena.cluster.execute(change, "SELECT pg_reload_conf()")
    try:
        yield
    finally:
        reset = "SET default_transaction_read_only = off"
        await arena.cluster.execute(reset, back, "SELECT pg_reload_conf()")


@asynccontextmanager
async def _no_connections(arena: Arena) -> AsyncIterator[None]:
    """Takes every connection that the server allows, and ends those of the service."""
    async with AsyncExitStack() as stack:
        arena.proxy.refuse()
        try:
            while True:
                session = await psycopg.AsyncConnection.connect(arena.url, autocommit=True)
                await stack.enter_async_context(session)
        except psycopg.OperationalError:
            arena.proxy.heal()
        yield


async def _replicate_in_vain(arena: Arena, faults: int) -> None:
    """Cancels waits for a standby. What none has confirmed must not be acknowledged."""
    for _ in range(faults):
        await arena.load.more(_BETWEEN)
        async with _setting(arena, "synchronous_standby_names", "ghost"):
            await arena.load.failures(1)
            before = arena.load.acknowledged
            for _ in range(3):
                await run_sql(arena.url, CANCEL)
                await arena.load.failures(2)
            confirmed = arena.load.acknowledged - before
        arena.struck()
        arena.checks.that("I2", confirmed == 0, f"{confirmed} acknowledged without a standby")
        await arena.answers_again(time.monotonic())


async def _exhaust_reads(arena: Arena, faults: int) -> None:
    """Makes the read connections hang. Reads are refused in time, and submissions go on."""
    for _ in range(faults):
        await arena.load.more(_BETWEEN)
        failed = arena.load.failed
        async with await psycopg.AsyncConnection.connect(arena.url) as session:
            await session.execute("LOCK TABLE projections.caseload IN ACCESS EXCLUSIVE MODE")
            answers = await asyncio.gather(*(_asked(arena, _QUEUE) for _ in range(_READERS)))
        arena.struck(any(answer.status == 503 for answer in answers), "no read was refused")
        for answer in answers:
            arena.checks.that("R2", answer.status in {200, 503}, f"a read: {answer.status}")
            arena.in_time(answer.seconds, _REFUSED_WITHIN_S, "a read was answered")
        arena.checks.that("R4", arena.load.failed == failed, "hanging reads stopped a submission")


async def _asked(arena: Arena, path: str) -> Answer:
    wire = Wire()
    try:
        return await wire.ask(arena.api.port, arena.errands.get(path))
    finally:
        wire.close()


async def _maintain(arena: Arena, faults: int) -> None:
    """Works on the tables in ways that must stop nobody, so no attempt may fail."""
    for number in range(faults):
        await arena.load.more(_BETWEEN)
        failed = arena.load.failed
        await run_sql(
            arena.url,
            f"CREATE INDEX CONCURRENTLY extra_{number} ON stored_events (topic)",
            "VACUUM ANALYZE stored_events",
            f"DROP INDEX CONCURRENTLY extra_{number}",
        )
        arena.struck()
        arena.checks.that("R4", arena.load.failed == failed, "maintenance stopped somebody")


SCARCITY: Final[Sequence[Scenario]] = (
    Scenario(
        "append lock held",
        "Another session holds the append lock.",
        _while_broken(_append_lock),
        4,
        1,
    ),
    Scenario(
        "table locked", "Another session locks the table of events.", _while_broken(_table_lock), 3
    ),
    Scenario(
        "read-only server",
        "PostgreSQL takes no writes, as a standby.",
        _while_broken(_read_only),
        3,
        1,
    ),
    Scenario(
        "no connections left",
        "Others have taken every connection the server allows.",
        _while_broken(_no_connections),
        3,
        1,
    ),
    Scenario("disk full", "The disk of the events is full.", _while_broken(no_space), 3, 1),
    Scenario(
        "file size limit",
        "PostgreSQL may not extend the file of the events.",
        _while_broken(no_larger_files),
        2,
    ),
    Scenario(
        "read connections exhausted",
        "A read table is locked; more readers come than there are connections for.",
        _exhaust_reads,
        3,
        1,
    ),
    Scenario(
        "replication in vain",
        "A synchronous standby is asked for that does not exist; the waits are cancelled.",
        _replicate_in_vain,
        2,
    ),
    Scenario("maintenance", "VACUUM and CREATE INDEX CONCURRENTLY of the events.", _maintain, 4, 1),
)
