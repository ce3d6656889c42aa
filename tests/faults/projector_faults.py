"""Faults of the projector."""

import signal
from collections.abc import Awaitable, Callable, Sequence
from typing import Final

from tests.faults.arena import Arena
from tests.faults.processes import beside
from tests.faults.scenario import Scenario

_BETWEEN: Final = 25


def _projector_killed(point: str) -> Callable[[Arena, int], Awaitable[None]]:
    """Kills the projector at a fail point, or without one at any moment."""

    async def does(arena: Arena, faults: int) -> None:
        for _ in range(faults):
            await arena.kill_at(arena.projector, point)
            if not point:
                arena.projector.start()
                await arena.load.more(_BETWEEN)
        if point:
            arena.projector.start()

    return does


async def _projector_asleep(arena: Arena, faults: int) -> None:
    """A second projector goes on meanwhile, and both run when the first wakes up."""
    for _ in range(faults):
        await arena.load.more(_BETWEEN)
        arena.projector.send(signal.SIGSTOP)
        with beside(arena.projector) as second:
            await arena.folded()
            arena.projector.send(signal.SIGCONT)
            await arena.load.more(2 * _BETWEEN)
            arena.struck(second.alive and arena.projector.awake, "a projector has died")


PROJECTOR: Final[Sequence[Scenario]] = (
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
)
