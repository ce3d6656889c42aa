"""Faults of the reactor while a prefecture closes its windows and opens them again."""

from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import Final

from domain.case.grounds import Hold
from domain.case.overlays.commands import SetHold
from domain.event_store.connection import connect
from tests.faults.arena import Arena
from tests.faults.cluster import count
from tests.faults.scenario import Scenario
from tests.kit.closing import FOLLOWS, city
from tests.kit.life import LEADER
from tests.kit.waiting import until

_CASES: Final = 600
"""More than two pages of the bulk reaction."""
_OTHERWISE: Final = 50
"""Every so many cases another notice holds, too."""
_NOW: Final = datetime(2020, 3, 2, 21, tzinfo=UTC)
_STANDS: Final = f"""
SELECT coalesce(max(position), 0) FROM reaction_position WHERE name = '{FOLLOWS}'"""
_POINTS: Final = ("X2:kill@1", "X3:kill@2", "X1:kill@2")
_DIES_WITHIN_S: Final = 60
"""A page of commands takes its time on a machine with other work."""


async def _killed_while_windows_close(arena: Arena, faults: int) -> None:
    """Kills the reactor in each closing and in each opening, twice."""
    connection = await connect(arena.url)
    async with city(arena.url, connection) as place:
        place.office.now = _NOW
        cases = [await place.to_collect(1_000_000 + number) for number in range(_CASES)]
        arena.begun.update(cases)
        for case in cases[::_OTHERWISE]:
            await place.office.do(case, LEADER, SetHold(kind=Hold.RELIEF, basis="notice-7"))
        for turn in range(0, faults, 2):
            decide = place.open if turn % 4 else place.close
            await _followed(arena, decide, _POINTS[turn % 3], _POINTS[(turn + 1) % 3])
        if faults % 4:
            await _followed(arena, place.open)
        for case in cases[::_OTHERWISE]:
            held = (await place.state(case)).holds == {Hold.RELIEF}
            arena.checks.that("I17", held, f"{case}: another hold was lifted too")
    await connection.close()


async def _followed(arena: Arena, decide: Callable[[], Awaitable[int]], *kills: str) -> None:
    """Lets the reactor follow a decision, and kills it at each of these points on the way."""
    await arena.reactor.kill()
    position = await decide()
    for point in kills:
        arena.reactor.start(point)
        with suppress(TimeoutError):
            await arena.reactor.ended(_DIES_WITHIN_S)
        arena.struck(not arena.reactor.alive, f"{point} was not reached")
        if arena.reactor.alive:
            await arena.reactor.kill()
    arena.reactor.start()

    async def reached() -> bool:
        return await count(arena.url, _STANDS) >= position

    await until(reached, 120)


CLOSING: Final[Sequence[Scenario]] = (
    Scenario(
        "kill -9 of the reactor while windows close",
        f"{_CASES} cases are held by one decision, and released by the next.",
        _killed_while_windows_close,
        8,
        2,
    ),
)
