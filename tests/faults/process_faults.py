"""Faults of the API's processes and of their clients."""

import asyncio
import signal
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Final

import psutil

from tests.faults.arena import Arena
from tests.faults.errands import Errand
from tests.faults.load import told
from tests.faults.scenario import Scenario
from tests.faults.wire import NoAnswer, Wire

_BETWEEN: Final = 25
_BY_THE_OTHER_S: Final = 15.0
"""Seconds for the other process: what a sleeping one holds is taken from it first."""

_POINTS: Final = (
    ("W1", "authenticated", 80),
    ("W2", "the case loaded or made", 80),
    ("W3", "before the INSERT", 30),
    ("W4", "INSERT sent, before COMMIT", 30),
    ("W5", "COMMIT done, before the answer", 30),
    ("W6", "half of the answer sent", 80),
)


def _killed_at(point: str, most: int) -> Callable[[Arena, int], Awaitable[None]]:
    async def does(arena: Arena, faults: int) -> None:
        await arena.api.kill()
        for _ in range(faults):
            await arena.api.restart(f"{point}:kill@{arena.random.randrange(2, most)}")
            with suppress(TimeoutError):
                await arena.api.ended()
            arena.struck(not arena.api.alive, f"{point} was not reached")
            await arena.api.kill()
        await arena.api.restart()
        await arena.answers_again(time.monotonic())

    return does


async def _killed(arena: Arena, faults: int) -> None:
    for _ in range(faults):
        await arena.load.more(arena.random.randrange(1, 3 * _BETWEEN))
        await arena.api.kill()
        arena.struck()
        await arena.api.restart()
        await arena.answers_again(time.monotonic())


async def _told_to_end(arena: Arena, faults: int) -> None:
    """The API ends in order, within the time of a request and what uvicorn grants."""
    for _ in range(faults):
        await arena.load.more(arena.random.randrange(1, 2 * _BETWEEN))
        arena.api.send(signal.SIGTERM)
        code = await arena.api.ended()
        arena.struck()
        arena.checks.that("R4", code == 0, f"ended with {code}")
        await arena.api.restart()
        await arena.answers_again(time.monotonic())


async def _stopped(arena: Arena, faults: int) -> None:
    """One process of two sleeps while the other works, and wakes up with what it had in hand."""
    for number in range(faults):
        api = arena.apis[number % 2]
        await arena.load.more(_BETWEEN)
        api.send(signal.SIGSTOP)
        since = time.monotonic()
        await arena.answers_again(since, _BY_THE_OTHER_S)
        await arena.load.more(2 * _BETWEEN)
        api.send(signal.SIGCONT)
        arena.struck()
        await arena.load.more(2 * _BETWEEN)


async def _stopped_inside(arena: Arena, faults: int) -> None:
    """The process sleeps inside its transaction, under the lock that the other needs."""
    for _ in range(faults):
        await arena.api.kill()
        await arena.api.restart(f"W4:stop@{arena.random.randrange(2, 30)}")
        await arena.seen(lambda: _sleeps(arena.api.pid), "W4 was not reached")
        await arena.answers_again(time.monotonic(), _BY_THE_OTHER_S)
        await arena.load.more(_BETWEEN)
        arena.api.send(signal.SIGCONT)
        await arena.load.more(2 * _BETWEEN)


def _sleeps(pid: int) -> bool:
    return psutil.Process(pid).status() == psutil.STATUS_STOPPED


async def _both_at_once(arena: Arena, faults: int) -> None:
    """The same order at both processes at the same moment: one case, one answer."""
    left, right = Wire(), Wire()
    for _ in range(faults):
        await arena.load.more(3)
        errand = arena.load.next_errand()
        answers = await asyncio.gather(
            arena.load.ask(left, arena.apis[0].port, errand),
            arena.load.ask(right, arena.apis[1].port, errand),
        )
        arena.struck()
        same = {told(answer)["told"] for answer in answers}
        arena.checks.that("R1", len(same) == 1, f"{errand.key}: {same}")
    left.close()
    right.close()


async def _leave(arena: Arena, faults: int) -> None:
    for _ in range(faults):
        await arena.load.more(3)
        await arena.load.leave(arena.api.port, arena.load.next_errand())
        arena.struck()


async def _crowd(arena: Arena, faults: int) -> None:
    """More requests at once than any client would send: some may be refused, none is lost."""
    for _ in range(faults):
        await arena.load.more(_BETWEEN)
        errands = [arena.load.next_errand() for _ in range(700)]

        async def one(errand_index: int, errands: list[Errand] = errands) -> int:
            wire = Wire()
            try:
                return (await arena.load.ask(wire, arena.api.port, errands[errand_index])).status
            except NoAnswer:
                return 0
            finally:
                wire.close()

        since = time.monotonic()
        statuses = await asyncio.gather(*(one(index) for index in range(len(errands))))
        arena.struck(len(statuses) == len(errands))
        await arena.answers_again(since)


PROCESSES: Final[Sequence[Scenario]] = (
    *(
        Scenario(
            f"kill -9 of the API at {point}",
            f"At the point: {words}.",
            _killed_at(point, most),
            3,
            1,
        )
        for point, words, most in _POINTS
    ),
    Scenario("kill -9 of the API", "At any moment; then it starts again.", _killed, 5, 1),
    Scenario("SIGTERM under load", "The API is told to end.", _told_to_end, 3, 1),
    Scenario(
        "API asleep",
        "One of two processes gets SIGSTOP, and later SIGCONT.",
        _stopped,
        4,
        1,
        apis=2,
    ),
    Scenario(
        "API asleep inside its transaction",
        "SIGSTOP at W4; the second process goes on; then SIGCONT.",
        _stopped_inside,
        2,
        apis=2,
    ),
    Scenario(
        "the same order twice at once",
        "The same key at two processes at the same moment.",
        _both_at_once,
        20,
        10,
        apis=2,
    ),
    Scenario("client gone", "A client leaves in its request or before the answer.", _leave, 20, 10),
    Scenario("crowd", "700 requests at the same moment.", _crowd, 2, 1),
)
