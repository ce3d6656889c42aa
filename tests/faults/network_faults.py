"""Faults of the way between the service and PostgreSQL."""

import time
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Final

from tests.faults.arena import Arena
from tests.faults.proxy import Way
from tests.faults.scenario import Scenario

_BETWEEN: Final = 25
"""So many acknowledgements lie between two faults."""
_FEW: Final = 6
"""So many failed attempts show that a fault has been felt."""


async def _cut(arena: Arena, faults: int) -> None:
    for _ in range(faults):
        await arena.load.more(arena.random.randrange(1, 2 * _BETWEEN))
        since = time.monotonic()
        arena.struck(arena.proxy.cut() > 0)
        await arena.answers_again(since)


async def _lose_commits(arena: Arena, faults: int) -> None:
    for _ in range(faults):
        await _strike(arena, arena.proxy.cut_next_commit)


def _cut_within(way: Way) -> Callable[[Arena, int], Awaitable[None]]:
    async def does(arena: Arena, faults: int) -> None:
        for _ in range(faults):
            size = arena.random.randrange(1, 60_000)
            await _strike(arena, partial(arena.proxy.cut_after, size, way))

    return does


async def _strike(arena: Arena, arm: Callable[[], None]) -> None:
    """Arms the proxy, and waits until the fault has struck and the service has got over it."""
    await arena.load.more(arena.random.randrange(1, 2 * _BETWEEN))
    before = arena.proxy.struck
    arm()
    await arena.seen(lambda: arena.proxy.struck > before)
    await arena.answers_again(time.monotonic())


async def _half_close(arena: Arena, faults: int) -> None:
    for number in range(faults):
        await arena.load.more(_BETWEEN)
        since = time.monotonic()
        arena.struck(arena.proxy.half_close(Way.UP if number % 2 else Way.DOWN) > 0)
        await arena.answers_again(since)


def _until_felt(break_it: Callable[[Arena], None]) -> Callable[[Arena, int], Awaitable[None]]:
    """Breaks the connection until clients have felt it, then mends it."""

    async def does(arena: Arena, faults: int) -> None:
        for _ in range(faults):
            await arena.load.more(_BETWEEN)
            break_it(arena)
            await arena.load.failures(_FEW)
            arena.struck()
            arena.proxy.heal()
            await arena.answers_again(time.monotonic())

    return does


async def _slow(arena: Arena, faults: int) -> None:
    for _ in range(faults):
        await arena.load.more(_BETWEEN)
        arena.proxy.delay(arena.random.choice((0.03, 0.3)))
        await arena.load.more(2 * _BETWEEN)
        arena.struck()
        arena.proxy.heal()


NETWORK: Final[Sequence[Scenario]] = (
    Scenario("connections reset", "Every connection to PostgreSQL is reset.", _cut, 12, 4),
    Scenario(
        "answer to COMMIT lost",
        "PostgreSQL commits and the connection is reset before its answer arrives.",
        _lose_commits,
        20,
        6,
    ),
    Scenario(
        "cut after N bytes, sending",
        "A connection is reset somewhere in what the service sends.",
        _cut_within(Way.UP),
        10,
        3,
    ),
    Scenario(
        "cut after N bytes, receiving",
        "A connection is reset somewhere in what PostgreSQL answers.",
        _cut_within(Way.DOWN),
        10,
        3,
    ),
    Scenario(
        "half-closed", "One direction of every connection is ended in order.", _half_close, 6, 2
    ),
    Scenario(
        "network gone",
        "Connections are reset and none is let in until clients feel it.",
        _until_felt(lambda arena: arena.proxy.refuse()),
        4,
        1,
    ),
    Scenario(
        "black hole",
        "Connections stay and nothing moves, in both directions.",
        _until_felt(lambda arena: arena.proxy.be_silent(Way.UP, Way.DOWN)),
        2,
        1,
    ),
    Scenario(
        "answers held back",
        "Requests reach PostgreSQL, its answers do not come.",
        _until_felt(lambda arena: arena.proxy.be_silent(Way.DOWN)),
        2,
    ),
    Scenario("slow network", "Every block takes 30 or 300 ms longer.", _slow, 3, 1),
)
