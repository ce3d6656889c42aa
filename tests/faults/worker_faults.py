"""Faults of the workers, and of the clock they go by."""

import signal
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Final

import psutil

from tests.faults.arena import Arena
from tests.faults.cluster import run_sql
from tests.faults.processes import Process
from tests.faults.scenario import Scenario
from tests.waiting import until

_BETWEEN: Final = 25
_A_DAY_S: Final = 25 * 3600.0
_LAPSED: Final = "SELECT count(*) FROM stored_events WHERE topic = 'PaymentExpired'"
_SLOWEST: Final = """
SELECT CASE count(*) WHEN 3 THEN min(position) ELSE 0 END FROM projections.standing"""
_DUE: Final = """
SELECT count(*) FROM projections.caseload
WHERE timer_at <= (SELECT max(submitted_at) FROM projections.caseload)"""


def _projector_killed(point: str) -> Callable[[Arena, int], Awaitable[None]]:
    """At a fail point, or at any moment without one."""

    async def does(arena: Arena, faults: int) -> None:
        for _ in range(faults):
            await die(arena, arena.projector, point)
            if not point:
                await arena.projector.restart()
                await arena.load.more(_BETWEEN)

    return does


async def die(arena: Arena, worker: Process, point: str) -> None:
    if not point:
        await arena.load.more(arena.random.randrange(1, 3 * _BETWEEN))
        await worker.kill()
        arena.struck()
        return
    if worker.alive:
        await worker.kill()
    worker.start(f"{point}:kill@{arena.random.randrange(1, 6)}")
    with suppress(TimeoutError):
        await worker.ended()
    arena.struck(not worker.alive, f"{point} was not reached")


@asynccontextmanager
async def second_of(worker: Process) -> AsyncIterator[Process]:
    """Another process of the same kind beside it."""
    second = worker.twin()
    second.start()
    try:
        yield second
    finally:
        second.reap()


async def _projector_asleep(arena: Arena, faults: int) -> None:
    """A second one goes on meanwhile; both run when the first wakes up."""
    for _ in range(faults):
        await arena.load.more(_BETWEEN)
        arena.projector.send(signal.SIGSTOP)
        async with second_of(arena.projector) as second:
            await folded(arena)
            arena.projector.send(signal.SIGCONT)
            await arena.load.more(2 * _BETWEEN)
            arena.struck(second.alive and awake(arena.projector), "a projector has died")


async def folded(arena: Arena, within_s: float = 30.0) -> None:
    """Every read model reaches the event that is the last now."""
    here = await _count(arena, "SELECT max(notification_id) FROM stored_events")

    async def reached() -> bool:
        return await _count(arena, _SLOWEST) >= here

    await until(reached, within_s)


def awake(process: Process) -> bool:
    return process.alive and psutil.Process(process.pid).status() != psutil.STATUS_STOPPED


def _timekeeper_killed(point: str) -> Callable[[Arena, int], Awaitable[None]]:
    """Each time all that is unpaid has run out, and is found by a timekeeper that dies."""

    async def does(arena: Arena, faults: int) -> None:
        arena.load.officers = False
        for _ in range(faults):
            before = await _count(arena, _LAPSED)
            await _a_day_later(arena)
            if point:
                await die(arena, arena.timekeeper, point)
            else:
                arena.timekeeper.start()
                await until(_more_than(arena, before), 30)
                await arena.timekeeper.kill()
                arena.struck()
            arena.timekeeper.start()
            await until(_nothing_due(arena), 60)
            await arena.timekeeper.kill()

    return does


async def _a_day_later(arena: Arena) -> None:
    """Something waits for its payment, has been folded, and is due."""
    await arena.load.more(2 * _BETWEEN)
    await folded(arena)
    arena.jump(_A_DAY_S)
    await arena.load.more(_BETWEEN)


async def _count(arena: Arena, query: str) -> int:
    ((count,),) = await run_sql(arena.url, query)
    return int(str(count))


def _more_than(arena: Arena, before: int) -> Callable[[], Awaitable[bool]]:
    async def reached() -> bool:
        return await _count(arena, _LAPSED) > before

    return reached


def _nothing_due(arena: Arena) -> Callable[[], Awaitable[bool]]:
    """No timer in the read model lies before the youngest application."""

    async def reached() -> bool:
        return await _count(arena, _DUE) == 0

    return reached


async def _timekeeper_asleep(arena: Arena, faults: int) -> None:
    arena.load.officers = False
    arena.timekeeper.start()
    for _ in range(faults):
        before = await _count(arena, _LAPSED)
        await _a_day_later(arena)
        await until(_more_than(arena, before), 30)
        arena.timekeeper.send(signal.SIGSTOP)
        async with second_of(arena.timekeeper):
            await until(_nothing_due(arena), 60)
            arena.timekeeper.send(signal.SIGCONT)
            await arena.load.more(_BETWEEN)
            arena.struck(awake(arena.timekeeper), "the timekeeper has died")
    await arena.timekeeper.kill()


async def _clock_jumps(arena: Arena, faults: int) -> None:
    """Forward and back by a day, with the timekeeper at work: nothing lapses early or twice."""
    arena.load.officers = False
    arena.timekeeper.start()
    for number in range(faults):
        await arena.load.more(2 * _BETWEEN)
        arena.jump(-_A_DAY_S if number % 2 else _A_DAY_S)
        since = time.monotonic()
        await arena.answers_again(since)
        await arena.load.more(2 * _BETWEEN)
        arena.struck()
    before = await _count(arena, _LAPSED)
    await _a_day_later(arena)
    await until(_more_than(arena, before), 30)
    await arena.timekeeper.kill()


WORKERS: Final[Sequence[Scenario]] = (
    Scenario("kill -9 of the projector", "At any moment.", _projector_killed(""), 4, 1),
    Scenario("kill -9 of the projector at P1", "A batch is read.", _projector_killed("P1"), 3, 1),
    Scenario(
        "kill -9 of the projector at P2",
        "In its transaction, rows are written.",
        _projector_killed("P2"),
        3,
        1,
    ),
    Scenario("projector asleep", "SIGSTOP, a second one, SIGCONT.", _projector_asleep, 3, 1),
    Scenario("kill -9 of the timekeeper", "While deadlines pass.", _timekeeper_killed(""), 2),
    Scenario(
        "kill -9 of the timekeeper at T1",
        "A due row is claimed.",
        _timekeeper_killed("T1"),
        2,
        1,
    ),
    Scenario(
        "kill -9 of the timekeeper at T2",
        "The command is stored, the row still says it is due.",
        _timekeeper_killed("T2"),
        2,
    ),
    Scenario("timekeeper asleep", "SIGSTOP, a second one, SIGCONT.", _timekeeper_asleep, 2),
    Scenario("clock jumps", "The service's clock goes a day forward, or back.", _clock_jumps, 6, 2),
)
