"""Tells the story: acts in the order of their instants, of many cases at once.

The acts of one case follow one another. Acts of different cases are carried out together, so
that they share the commits of the store.
"""

import asyncio
import heapq
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from cheguan.town.acts import next_act
from cheguan.town.life import Act, Life
from cheguan.town.openings import decrees
from cheguan.town.pace import StoryPace
from cheguan.town.plans import applies_at, plan
from cheguan.town.town import Town

_TOGETHER: Final = 192

Progress = Callable[[int, int], None]


@dataclass(order=True, slots=True)
class _Turn:
    """What comes next in a life: the application, or an act on the case."""

    at: datetime
    number: int
    life: Life = field(compare=False)
    act: Act | None = field(compare=False, default=None)


async def load(
    town: Town, numbers: Iterable[int], *, until: datetime | None, progress: Progress
) -> dict[int, Life]:
    """Tells the story of the cases of these numbers. See :func:`tell`."""

    def life(number: int) -> Life:
        drawn = plan(town.seed, number)
        return Life(drawn, drawn.owner)

    arrivals = ((applies_at(plan(town.seed, number)), number) for number in numbers)
    return await _told(town, arrivals, life, until, progress)


async def tell(
    town: Town, lives: Sequence[Life], *, until: datetime | None, progress: Progress
) -> dict[int, Life]:
    """Tells the story of these lives, and returns those that have begun and not ended, by number.

    It stops at ``until``, or goes on until nothing is due. ``progress`` is told how many
    lives have come to their end or to ``until``, and of how many.
    """
    known = {life.plan.number: life for life in lives}
    arrivals = ((applies_at(life.plan), life.plan.number) for life in lives)
    return await _told(town, arrivals, known.__getitem__, until, progress)


async def _told(
    town: Town,
    arrivals: Iterable[tuple[datetime, int]],
    life: Callable[[int], Life],
    until: datetime | None,
    progress: Progress,
) -> dict[int, Life]:
    """Makes a life when it begins, because most of them have ended long before the last begins."""
    coming, turns, going = deque(sorted(arrivals)), list[_Turn](), dict[int, Life]()
    decided, of, running = deque(decrees()), len(coming), set[asyncio.Task[_Turn]]()
    try:
        while True:
            if not running:
                first = _first(coming, turns)
                if first is None or (until is not None and first > until):
                    break
                while decided and decided[0].at <= first:
                    await town.decree(decided.popleft())
            upto = min((at for at in (until, decided and decided[0].at) if at), default=None)
            while len(running) < _TOGETHER and (turn := _next(coming, turns, life, upto)):
                going[turn.number] = turn.life
                running.add(asyncio.create_task(_carried_out(town, turn)))
            done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            for following in [task.result() for task in done]:
                if following.act is None:
                    del going[following.number]
                else:
                    heapq.heappush(turns, following)
            progress(of - len(coming) - len(going), of)
    finally:
        for task in running:
            task.cancel()
    progress(of, of)
    return going


def _first(coming: deque[tuple[datetime, int]], turns: list[_Turn]) -> datetime | None:
    """The instant of the next turn, if there is any."""
    return min((at for at in (coming and coming[0][0], turns and turns[0].at) if at), default=None)


def _next(
    coming: deque[tuple[datetime, int]],
    turns: list[_Turn],
    life: Callable[[int], Life],
    upto: datetime | None,
) -> _Turn | None:
    """Takes the next turn, unless it comes after ``upto``."""
    first = _first(coming, turns)
    if first is None or (upto is not None and first > upto):
        return None
    if turns and turns[0].at == first:
        return heapq.heappop(turns)
    at, number = coming.popleft()
    return _Turn(at, number, life(number))


async def _carried_out(town: Town, turn: _Turn) -> _Turn:
    """Carries out a turn, and returns the next. It has no act when the life has ended."""
    life = turn.life
    if life.case is None:
        await town.apply(life, turn.at)
    elif turn.act is not None:
        opened = await town.case(life.case)
        await town.act(life, turn.act, opened.version)
    assert life.case is not None
    opened = await town.case(life.case)
    pace = StoryPace(life.plan.draw(opened.version))
    act = next_act(life, opened.state, turn.at, pace)
    if act is None:
        town.door.forget(life.case)
    return _Turn(act.at if act else turn.at, turn.number, life, act)
