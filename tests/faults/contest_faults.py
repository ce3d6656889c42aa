"""Two hundred clients of two processes want twenty things, and a process dies among them."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Final

from tests.faults.arena import Arena
from tests.faults.contest import CLIENTS, THINGS, Contest, announced, for_numbers, for_seats, held
from tests.faults.scenario import Scenario

_LATER: Final = 8
"""From this turn on a process dies. Each turn has other things than all before it."""

Prepared = Callable[[Arena, int], Awaitable[Contest]]


async def _numbers(arena: Arena, turn: int) -> Contest:
    del arena
    return for_numbers(turn)


async def _seats(arena: Arena, turn: int) -> Contest:
    await announced(arena, turn)
    return for_seats(turn)


def _wanted(prepared: Prepared) -> Callable[[Arena, int], Awaitable[None]]:
    async def does(arena: Arena, faults: int) -> None:
        for turn in range(faults):
            await held(arena, await prepared(arena, turn), calm=True)
            arena.struck()

    return does


def _killed_while_wanted(prepared: Prepared) -> Callable[[Arena, int], Awaitable[None]]:
    """One process dies when it has stored some of what is wanted, and has told nobody."""

    async def does(arena: Arena, faults: int) -> None:
        for turn in range(_LATER, _LATER + faults):
            contest = await prepared(arena, turn)
            await arena.api.kill()
            await arena.api.restart(f"W5:kill@{arena.random.randrange(2, 6)}")
            asking = asyncio.create_task(held(arena, contest, calm=False))
            await arena.seen(lambda: not arena.api.alive, "W5 was not reached")
            await arena.api.restart()
            await asking

    return does


_EACH: Final = f"{CLIENTS} clients of two processes want {THINGS}"
CONTESTS: Final[Sequence[Scenario]] = (
    Scenario("many want few numbers", f"{_EACH} plate numbers.", _wanted(_numbers), 5, apis=2),
    Scenario("many want few seats", f"{_EACH} seats of one hour.", _wanted(_seats), 5, 1, apis=2),
    Scenario(
        "kill -9 of the API while many want few numbers",
        f"{_EACH} plate numbers; one process dies at W5.",
        _killed_while_wanted(_numbers),
        3,
        1,
        apis=2,
    ),
    Scenario(
        "kill -9 of the API while many want few seats",
        f"{_EACH} seats of one hour; one process dies at W5.",
        _killed_while_wanted(_seats),
        3,
        apis=2,
    ),
)
