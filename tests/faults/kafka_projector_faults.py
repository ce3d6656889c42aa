"""Faults of projectors that follow Kafka."""

import asyncio
import signal
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Final

from tests.faults.arena import Arena
from tests.faults.processes import beside
from tests.faults.scenario import Scenario
from tests.faults.sizes import FULL

_BETWEEN: Final = 25
_SHUFFLED_S: Final = 60.0 if FULL else 6.0
_EVERY_S: Final = 2.0
_TAKEN_OVER_S: Final = 60.0


def _projector_killed(point: str) -> Callable[[Arena, int], Awaitable[None]]:
    async def does(arena: Arena, faults: int) -> None:
        for _ in range(faults):
            await arena.kill_at(arena.projector, point)
            await arena.load.more(_BETWEEN)
        arena.projector.start()
        await arena.folded(60)

    return does


async def _projector_killed_as_it_gives_up_partitions(arena: Arena, faults: int) -> None:
    """A second projector joins one that has all partitions, and that one dies in the callback."""
    for _ in range(faults):
        await arena.projector.kill()
        arena.projector.start("P4:kill@1")
        await arena.load.more(_BETWEEN)
        await arena.folded(60)
        with beside(arena.projector):
            await arena.projector.ended(60)
            arena.struck(not arena.projector.alive, "P4 was not reached")
            await arena.load.more(_BETWEEN)
            await arena.folded(60)
        arena.projector.start()


async def _projector_asleep(arena: Arena, faults: int) -> None:
    """The partitions go to a second projector, and the first wakes up with a batch in hand."""
    for _ in range(faults):
        with beside(arena.projector) as second:
            await arena.load.more(_BETWEEN)
            arena.projector.send(signal.SIGSTOP)
            await arena.folded(_TAKEN_OVER_S)
            arena.projector.send(signal.SIGCONT)
            await arena.load.more(2 * _BETWEEN)
            arena.struck(second.alive and arena.projector.awake, "a projector has died")


async def _projector_asleep_inside(arena: Arena, faults: int) -> None:
    """A projector sleeps inside its transaction, on figures that a second one needs."""
    for _ in range(faults):
        await arena.projector.kill()
        arena.projector.start(f"P2:stop@{arena.random.randrange(1, 10)}")
        await arena.seen(lambda: not arena.projector.awake, "P2 was not reached")
        with beside(arena.projector) as second:
            await arena.load.more(_BETWEEN)
            await arena.folded(_TAKEN_OVER_S)
            arena.projector.send(signal.SIGCONT)
            await arena.load.more(2 * _BETWEEN)
            arena.checks.that("R4", second.alive and arena.projector.awake, "a projector has died")


async def _workers_come_and_go(arena: Arena, faults: int) -> None:
    """Every two seconds there is a projector more or less."""
    for _ in range(faults):
        others = [arena.projector.twin(), arena.projector.twin()]
        others[1].log = others[1].log.with_stem("projector-third")
        until_then = time.monotonic() + _SHUFFLED_S
        while time.monotonic() < until_then:
            chosen = arena.random.choice(others)
            if chosen.alive:
                chosen.send(arena.random.choice((signal.SIGTERM, signal.SIGKILL)))
                await chosen.ended()
            else:
                chosen.start()
            await asyncio.sleep(_EVERY_S)
        arena.struck()
        for other in others:
            other.reap()
        await arena.folded(60)


PROJECTORS: Final[Sequence[Scenario]] = (
    Scenario("kill -9 of a Kafka projector at P1", "Records are read.", _projector_killed("P1"), 5),
    Scenario(
        "kill -9 of a Kafka projector at P2", "Rows are written.", _projector_killed("P2"), 5, 1
    ),
    Scenario(
        "kill -9 of a Kafka projector at P3",
        "PostgreSQL has committed, Kafka is not told.",
        _projector_killed("P3"),
        5,
    ),
    Scenario(
        "kill -9 of a Kafka projector at P4",
        "As it gives up partitions.",
        _projector_killed_as_it_gives_up_partitions,
        5,
    ),
    Scenario(
        "Kafka projector asleep",
        "SIGSTOP, a second one takes its partitions, SIGCONT.",
        _projector_asleep,
        5,
    ),
    Scenario(
        "Kafka projector asleep inside its transaction",
        "SIGSTOP at P2, a second one takes its partitions, SIGCONT.",
        _projector_asleep_inside,
        5,
    ),
    Scenario(
        "Kafka projectors come and go", "One more or less every 2 s.", _workers_come_and_go, 5
    ),
)
