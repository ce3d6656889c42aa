"""Faults of the timekeeper, and of the clock it goes by."""

import signal
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Final

from tests.faults.arena import Arena
from tests.faults.cluster import count
from tests.faults.processes import beside
from tests.faults.scenario import Scenario
from tests.kit.waiting import until

_BETWEEN: Final = 25
_A_DAY_S: Final = 25 * 3600.0
_HALF_S: Final = 18 * 3600.0
_LAPSED: Final = "SELECT count(*) FROM stored_events WHERE topic = 'PaymentExpired'"
_DUE: Final = """
SELECT count(*) FROM projections.timers JOIN projections.caseload USING (stream)
WHERE clock = 'PAY_HOLD' AND position <= {}"""
_RUN_OUT: Final = f"""
{_DUE} AND at <= (SELECT max(submitted_at) FROM projections.caseload)"""


def _timekeeper_killed(point: str) -> Callable[[Arena, int], Awaitable[None]]:
    """Sets the timekeeper's clock ahead, so that it finds every unpaid case, and kills it."""

    async def does(arena: Arena, faults: int) -> None:
        arena.load.slow_down()
        arena.set_clocks(0, timekeeper=_A_DAY_S)
        for _ in range(faults):
            before, here = await count(arena.url, _LAPSED), await _unpaid(arena)
            if point:
                await arena.kill_at(arena.timekeeper, point)
            else:
                arena.timekeeper.start()
                await until(_lapsed(arena, before + 1), 30)
                await arena.timekeeper.kill()
                arena.struck()
            arena.timekeeper.start()
            await until(_none_due(arena, here), 60)
            await arena.timekeeper.kill()

    return does


async def _unpaid(arena: Arena) -> int:
    """The position up to which the read model knows cases that wait for their payment."""
    await arena.load.more(2 * _BETWEEN)
    return await arena.folded()


def _lapsed(arena: Arena, least: int) -> Callable[[], Awaitable[bool]]:
    async def reached() -> bool:
        return await count(arena.url, _LAPSED) >= least

    return reached


def _none_due(arena: Arena, here: int, due: str = _DUE) -> Callable[[], Awaitable[bool]]:
    """Whether every such case that stood still at ``here`` has moved on."""

    async def reached() -> bool:
        return await count(arena.url, due.format(here)) == 0

    return reached


async def _timekeeper_asleep(arena: Arena, faults: int) -> None:
    arena.load.slow_down()
    arena.set_clocks(0, timekeeper=_A_DAY_S)
    arena.timekeeper.start()
    for _ in range(faults):
        before, here = await count(arena.url, _LAPSED), await _unpaid(arena)
        await until(_lapsed(arena, before + 1), 30)
        arena.timekeeper.send(signal.SIGSTOP)
        with beside(arena.timekeeper):
            await until(_none_due(arena, here), 60)
            arena.timekeeper.send(signal.SIGCONT)
            await arena.load.more(_BETWEEN)
            arena.struck(arena.timekeeper.awake, "the timekeeper has died")
    await arena.timekeeper.kill()


async def _clock_jumps(arena: Arena, faults: int) -> None:
    """Sets clocks forward and back under the timekeeper. Nothing may lapse early or twice."""
    arena.load.slow_down()
    arena.timekeeper.start()
    for number in range(faults):
        here = await _unpaid(arena)
        arena.set_clocks(_HALF_S if number % 2 else -_HALF_S)
        await arena.answers_again(time.monotonic())
        await arena.load.more(2 * _BETWEEN)
        arena.struck()
        if number % 2:
            await until(_none_due(arena, here, _RUN_OUT), 60)
    await arena.timekeeper.kill()


TIMEKEEPER: Final[Sequence[Scenario]] = (
    Scenario("kill -9 of the timekeeper", "While deadlines pass.", _timekeeper_killed(""), 2),
    Scenario(
        "kill -9 of the timekeeper at T1",
        "A due row is claimed.",
        _timekeeper_killed("T1"),
        5,
        1,
    ),
    Scenario(
        "kill -9 of the timekeeper at T2",
        "The command is stored, the row still says it is due.",
        _timekeeper_killed("T2"),
        5,
    ),
    Scenario("timekeeper asleep", "SIGSTOP, a second one, SIGCONT.", _timekeeper_asleep, 2),
    Scenario("clock jumps", "The clock goes 36 hours forward, or back.", _clock_jumps, 6, 2),
)
