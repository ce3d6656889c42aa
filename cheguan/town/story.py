"""Tells the story: acts in the order of their instants, of many cases at once.

The acts of one case follow one another. Acts of different cases are carried out together, so
that they share the commits of the store.
"""

import asyncio
import heapq
from collections import deque
from collections.abc import Callable, Sequence
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
    town: Town, *, cases: int, until: datetime | None, progress: Progress
) -> dict[int, Life]:
    """Tells the story of so many cases. See :func:`tell`."""
    lives = [Life(drawn, drawn.owner) for drawn in (plan(town.seed, n) for n in range(cases))]
    return await tell(town, lives, until=until, progress=progress)


async def tell(
    town: Town, lives: Sequence[Life], *, until: datetime | None, progress: Progress
) -> dict[int, Life]:
    """Tells the story of these lives, and returns those that have not ended, by number.

    It stops at ``until``, or goes on until nothing is due. ``progress`` is told how many
    lives have come to their end or to ``until``, and of how many.
    """
    turns = [_Turn(applies_at(life.plan), life.plan.number, life) for life in lives]
    heapq.heapify(turns)
    going = {life.plan.number: life for life in lives}
    decided = deque(decrees())
    while turns and (until is None or turns[0].at <= until):
        while decided and decided[0].at <= turns[0].at:
            await town.decree(decided.popleft())
        upto = min((at for at in (until, decided[0].at if decided else None) if at), default=None)
        wave = [heapq.heappop(turns) for _ in range(min(_TOGETHER, len(turns)))]
        due = [turn for turn in wave if upto is None or turn.at <= upto]
        for early in wave[len(due) :]:
            heapq.heappush(turns, early)
        for following in await asyncio.gather(*(_carried_out(town, turn) for turn in due)):
            if following.act is None:
                del going[following.number]
            else:
                heapq.heappush(turns, following)
        progress(len(lives) - len(turns), len(lives))
    progress(len(lives), len(lives))
    return going


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
    return _Turn(act.at if act else turn.at, turn.number, life, act)
