"""Faults of PostgreSQL itself."""

import asyncio
import signal
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Final

import psycopg

from tests.faults.arena import Arena
from tests.faults.cluster import run_sql
from tests.faults.scenario import Scenario

_BETWEEN: Final = 25
_CYCLE_S: Final = 4.0
_HIT_WITHIN_S: Final = 10
_OTHERS: Final = """
SELECT pid FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
AND application_name <> 'witness'"""
_TERMINATE: Final = f"""
SELECT count(*) FROM (SELECT pg_terminate_backend(pid) FROM ({_OTHERS}) AS others) AS ended"""
CANCEL: Final = f"""
SELECT count(*) FROM (SELECT pg_cancel_backend(a.pid) FROM pg_stat_activity AS a
JOIN ({_OTHERS}) AS others USING (pid) WHERE a.state = 'active') AS cancelled"""


async def _kill_server(arena: Arena, faults: int) -> None:
    """Kills and starts the server in cycles of four seconds, the restart included."""
    for _ in range(faults):
        begun = time.monotonic()
        arena.struck(await arena.cluster.kill() > 1)
        await arena.cluster.start()
        await arena.answers_again(time.monotonic())
        await asyncio.sleep(max(0.0, begun + _CYCLE_S - time.monotonic()))


def _shut_down(number: signal.Signals) -> Callable[[Arena, int], Awaitable[None]]:
    async def does(arena: Arena, faults: int) -> None:
        for _ in range(faults):
            await arena.load.more(_BETWEEN)
            await arena.cluster.shut(number)
            arena.struck()
            await arena.cluster.start()
            await arena.answers_again(time.monotonic())

    return does


async def _kill_backend(arena: Arena, faults: int) -> None:
    """Kills one backend. PostgreSQL then ends every session and recovers by itself."""
    for _ in range(faults):
        await arena.load.more(_BETWEEN)
        backends = [row[0] for row in await run_sql(arena.url, _OTHERS)]
        chosen = arena.random.choice(sorted(backends, key=str))
        for process in arena.cluster.processes():
            if process.pid == chosen:
                process.kill()
        arena.struck()
        await _reachable(arena)
        await arena.answers_again(time.monotonic())


async def _reachable(arena: Arena) -> None:
    """Returns when the server lets in a session that began after this call."""
    async with asyncio.timeout(30):
        while True:
            try:
                await run_sql(arena.url, "SELECT pg_sleep(0.1)")
            except psycopg.Error:
                await asyncio.sleep(0.05)
            else:
                return


def _until_hit(query: str) -> Callable[[Arena, int], Awaitable[None]]:
    """Asks again until a session is hit: statements are short, and sessions may be gone."""

    async def does(arena: Arena, faults: int) -> None:
        for _ in range(faults):
            await arena.load.more(arena.random.randrange(1, 2 * _BETWEEN))
            hit: object = 0
            since = time.monotonic()
            async with await psycopg.AsyncConnection.connect(arena.url, autocommit=True) as session:
                while not hit and time.monotonic() < since + _HIT_WITHIN_S:
                    cursor = await session.execute(query.encode())
                    ((hit,),) = await cursor.fetchall()
            arena.struck(bool(hit))
            await arena.answers_again(since)

    return does


async def _freeze(arena: Arena, faults: int) -> None:
    for _ in range(faults):
        await arena.load.more(_BETWEEN)
        stopped = arena.cluster.processes()
        for process in stopped:
            process.suspend()
        try:
            await arena.load.failures(3)
        finally:
            for process in stopped:
                process.resume()
        arena.struck()
        await arena.answers_again(time.monotonic())


POSTGRES: Final[Sequence[Scenario]] = (
    Scenario(
        "kill -9 of PostgreSQL",
        "Postmaster and children are killed every 4 s and started again.",
        _kill_server,
        15,
        2,
    ),
    Scenario(
        "fast shutdown of PostgreSQL",
        "SIGINT ends every session; then it starts again.",
        _shut_down(signal.SIGINT),
        3,
        1,
    ),
    Scenario(
        "immediate shutdown of PostgreSQL",
        "SIGQUIT, without a checkpoint; then it starts again.",
        _shut_down(signal.SIGQUIT),
        3,
    ),
    Scenario(
        "kill -9 of one backend",
        "PostgreSQL ends all sessions and recovers by itself.",
        _kill_backend,
        4,
        1,
    ),
    Scenario(
        "sessions terminated",
        "pg_terminate_backend for every session.",
        _until_hit(_TERMINATE),
        10,
        3,
    ),
    Scenario(
        "statements cancelled",
        "pg_cancel_backend in the midst of statements.",
        _until_hit(CANCEL),
        8,
        3,
    ),
    Scenario("PostgreSQL frozen", "All its processes get SIGSTOP, and later SIGCONT.", _freeze, 2),
)
