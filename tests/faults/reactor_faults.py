"""Faults of the reactor: what is paid is in its case once, or given back once."""

import signal
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Final

from domain.case.intake.events import PaymentReceived
from domain.orders.events import OrderPaid, OrderRefunded
from tests.faults.arena import Arena
from tests.faults.cluster import count
from tests.faults.facts import facts_of
from tests.faults.processes import beside
from tests.faults.scenario import Scenario
from tests.faults.wire import NoAnswer, Wire
from tests.kit.waiting import until

_BETWEEN: Final = 25
_WITHDRAWN: Final = 6
_PAID: Final = "SELECT count(*) FROM stored_events WHERE topic = 'OrderPaid'"
_LAST_PAID: Final = """
SELECT coalesce(max(notification_id), 0) FROM stored_events WHERE topic = 'OrderPaid'"""
_STANDS: Final = "SELECT coalesce(min(position), 0) FROM reaction_position"


async def _paid(arena: Arena, least: int) -> None:
    """Waits until so many orders more are paid."""
    wanted = await count(arena.url, _PAID) + least

    async def enough() -> bool:
        return await count(arena.url, _PAID) >= wanted

    await until(enough, 60)


async def _followed(arena: Arena) -> None:
    """Waits until everything that is paid now has been followed by what it leads to."""
    here = await count(arena.url, _LAST_PAID)

    async def reached() -> bool:
        return await count(arena.url, _STANDS) >= here

    await until(reached, 60)


def _killed(point: str) -> Callable[[Arena, int], Awaitable[None]]:
    """Kills it at a fail point, or without one at any moment."""

    async def does(arena: Arena, faults: int) -> None:
        for _ in range(faults):
            await arena.kill_at(arena.reactor, point)
            arena.reactor.start()
            await _followed(arena)

    return does


async def _killed_before_it_gives_back(arena: Arena, faults: int) -> None:
    """Some are withdrawn after they were paid, while nobody has told their cases yet."""
    for _ in range(faults):
        await arena.reactor.kill()
        await _paid(arena, _WITHDRAWN)
        withdrawn = await _withdraw(arena)
        arena.reactor.start(f"X4:kill@{arena.random.randrange(1, withdrawn + 1)}")
        with suppress(TimeoutError):
            await arena.reactor.ended()
        arena.struck(not arena.reactor.alive, "X4 was not reached")
        arena.reactor.start()
        await _followed(arena)


async def _withdraw(arena: Arena) -> int:
    """The applicants of some cases whose orders are paid change their minds; how many do."""
    facts = await facts_of(arena.url)
    settled = {e.stream for e in facts.events if isinstance(e.event, PaymentReceived)}
    settled |= {e.event.case for e in facts.events if isinstance(e.event, OrderRefunded)}
    paid = [e.event.case for e in facts.events if isinstance(e.event, OrderPaid)]
    wire, withdrawn = Wire(), 0
    for case in [each for each in paid if each not in settled][:_WITHDRAWN]:
        with suppress(NoAnswer):
            answer = await wire.ask(arena.api.port, arena.errands.withdrawal(str(case)))
            withdrawn += answer.status == 200
    wire.close()
    return withdrawn


async def _asleep(arena: Arena, faults: int) -> None:
    """A second one goes on meanwhile, and both run when the first wakes up."""
    for _ in range(faults):
        await arena.load.more(_BETWEEN)
        arena.reactor.send(signal.SIGSTOP)
        with beside(arena.reactor) as second:
            await _paid(arena, 3)
            await _followed(arena)
            arena.reactor.send(signal.SIGCONT)
            await arena.load.more(2 * _BETWEEN)
            await _followed(arena)
            arena.struck(second.alive and arena.reactor.awake, "a reactor has died")


async def _server_killed(arena: Arena, faults: int) -> None:
    """Orders that nobody has followed wait, and PostgreSQL is killed while they are followed."""
    for _ in range(faults):
        arena.reactor.send(signal.SIGSTOP)
        await _paid(arena, 12)
        arena.reactor.send(signal.SIGCONT)
        await arena.load.more(1)
        arena.struck(await arena.cluster.kill() > 1)
        await arena.cluster.start()
        await arena.answers_again(time.monotonic())
        await _followed(arena)


REACTOR: Final[Sequence[Scenario]] = (
    Scenario("kill -9 of the reactor", "At any moment.", _killed(""), 4, 1),
    Scenario("kill -9 of the reactor at X1", "Causes are read.", _killed("X1"), 3),
    Scenario(
        "kill -9 of the reactor at X2",
        "Their commands are stored, the place is not moved.",
        _killed("X2"),
        4,
        1,
    ),
    Scenario("kill -9 of the reactor at X3", "The place is moved.", _killed("X3"), 3),
    Scenario(
        "kill -9 of the reactor at X4",
        "A payment is refused by its case and not given back yet.",
        _killed_before_it_gives_back,
        4,
        1,
    ),
    Scenario("reactor asleep", "SIGSTOP, a second one, SIGCONT.", _asleep, 3, 1),
    Scenario("kill -9 of PostgreSQL under the reactor", "With a backlog.", _server_killed, 4, 1),
)
