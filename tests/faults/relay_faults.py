"""Faults of the relay."""

import signal
from collections.abc import Awaitable, Callable, Sequence
from typing import Final

from tests.faults.arena import Arena
from tests.faults.kafka_state import kafka, relayed
from tests.faults.processes import beside
from tests.faults.scenario import Scenario

_BETWEEN: Final = 25
_TAKEN_OVER_S: Final = 60.0


def _relay_killed(point: str) -> Callable[[Arena, int], Awaitable[None]]:
    async def does(arena: Arena, faults: int) -> None:
        for _ in range(faults):
            await arena.kill_at(kafka(arena).relay, point)
        kafka(arena).relay.start()
        await relayed(arena)

    return does


async def _relay_asleep(arena: Arena, faults: int) -> None:
    """A standby takes over, and the first relay wakes up beside it."""
    relay = kafka(arena).relay
    for _ in range(faults):
        with beside(relay) as second:
            relay.send(signal.SIGSTOP)
            await arena.load.more(_BETWEEN)
            await relayed(arena, _TAKEN_OVER_S)
            relay.send(signal.SIGCONT)
            await arena.load.more(2 * _BETWEEN)
            await relayed(arena)
            arena.struck(second.alive and relay.awake, "a relay has died")


RELAY: Final[Sequence[Scenario]] = (
    Scenario("kill -9 of the relay at R1", "A batch is read.", _relay_killed("R1"), 5),
    Scenario("kill -9 of the relay at R2", "Sent, not acknowledged.", _relay_killed("R2"), 5, 1),
    Scenario("kill -9 of the relay at R3", "Acknowledged, not saved.", _relay_killed("R3"), 5, 1),
    Scenario("kill -9 of the relay at R4", "The position is saved.", _relay_killed("R4"), 5),
    Scenario("relay asleep", "SIGSTOP, a standby takes over, SIGCONT.", _relay_asleep, 5),
)
