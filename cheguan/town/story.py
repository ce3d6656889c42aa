"""Tells the story: acts in the order of their instants, of many cases at once.

The acts of one case follow one another. Acts of different cases are carried out together, so
that they share the commits of the store.
"""

import asyncio
import heapq
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Final, NamedTuple

from cheguan.town.acts import next_act
from cheguan.town.arrivals import Arrivals
from cheguan.town.centres_kept import CentreLook, centre_looks, keep_centres
from cheguan.town.day_plans import Publication, days_asked_for
from cheguan.town.draw_days import DayOfDraws, DrawAct, day_of_draws, draw_acts
from cheguan.town.enquiries import TownCalls, TownEnquiries, TownQuestion
from cheguan.town.exam_bookings import ExamBookings
from cheguan.town.exams import ExamStep, steps
from cheguan.town.fates import Plan
from cheguan.town.improvements import RegisterStep, keep_register, register_steps
from cheguan.town.life import Act, Life, LookAgain
from cheguan.town.numbering import by_appointment, learner
from cheguan.town.openings import Decree, decrees
from cheguan.town.pace import StoryPace
from cheguan.town.plans import applies_at, plan
from cheguan.town.printing import print_papers
from cheguan.town.reliefs import Announcement, announcements
from cheguan.town.tills import Evening, evenings
from cheguan.town.town import Town

_TOGETHER: Final = 192

Decision = (
    Decree
    | Announcement
    | Publication
    | DrawAct
    | ExamStep
    | Evening
    | TownQuestion
    | TownCalls
    | RegisterStep
    | CentreLook
)
Progress = Callable[[int, int], None]


class _Turn(NamedTuple):
    """What comes next in a life: the application, or an act on the case. Numbers differ."""

    at: datetime
    number: int
    life: Life
    act: Act | None = None


async def load(
    town: Town,
    numbers: Iterable[int],
    *,
    until: datetime | None,
    progress: Progress,
    beside: Iterable[Decision] = (),
) -> dict[int, Life]:
    """Tells the story of the cases of these numbers, and what happens ``beside`` them. See
    :func:`tell`.
    """

    def life(number: int) -> Life:
        drawn = plan(town.seed, number)
        return Life(drawn, drawn.owner)

    numbers, draws = list(numbers), set[DayOfDraws]()
    asked = [plan(town.seed, number) for number in numbers if _needs_a_day(number)]
    coming = Arrivals(_arrivals((plan(town.seed, number) for number in numbers), draws))
    decisions = sorted([*_decisions(asked, draws), *beside], key=lambda decision: decision.at)
    return await _told(town, coming, life, decisions, until, progress)


async def tell(
    town: Town, lives: Sequence[Life], *, until: datetime | None, progress: Progress
) -> dict[int, Life]:
    """Tells the story of these lives, and returns those that have begun and not ended, by number.

    It stops at ``until``, or goes on until nothing is due. ``progress`` is told how many
    lives have come to their end or to ``until``, and of how many.
    """
    known = {life.plan.number: life for life in lives}
    plans, draws = [life.plan for life in lives], set[DayOfDraws]()
    coming = Arrivals(_arrivals(plans, draws))
    decisions = _decisions(plans, draws)
    return await _told(town, coming, known.__getitem__, decisions, until, progress)


async def _told(
    town: Town,
    coming: Arrivals,
    life: Callable[[int], Life],
    decisions: Sequence[Decision],
    until: datetime | None,
    progress: Progress,
) -> dict[int, Life]:
    """Makes a life when it begins, because most of them have ended long before the last begins."""
    turns, decided, bookings = list[_Turn](), deque(decisions), ExamBookings(town)
    enquiries = TownEnquiries(town)
    of, running = len(coming), set[asyncio.Task[_Turn]]()
    ended = asyncio.Queue[asyncio.Task[_Turn]]()
    try:
        while True:
            if not running:
                first = _first(coming, turns)
                if first is None or (until is not None and first > until):
                    while until is not None and decided and decided[0].at <= until:
                        await _take(town, bookings, enquiries, decided.popleft())
                    break
                while decided and decided[0].at <= first:
                    await _take(town, bookings, enquiries, decided.popleft())
            upto = min((at for at in (until, decided and decided[0].at) if at), default=None)
            while len(running) < _TOGETHER and (turn := _next(coming, turns, life, upto)):
                running.add(task := asyncio.create_task(_carried_out(town, bookings, turn)))
                task.add_done_callback(ended.put_nowait)
            done = [await ended.get()]
            while not ended.empty():
                done.append(ended.get_nowait())
            running.difference_update(done)
            for following in [task.result() for task in done]:
                if following.act is not None:
                    heapq.heappush(turns, following)
            progress(of - len(coming) - len(turns) - len(running), of)
    finally:
        for task in running:
            task.cancel()
    progress(of, of)
    return {turn.number: turn.life for turn in turns}


def _arrivals(plans: Iterable[Plan], draws: set[DayOfDraws]) -> Iterator[tuple[datetime, int]]:
    """When each begins. On the way the days are noted on which numbers are drawn."""
    for each in plans:
        at = applies_at(each)
        if day := day_of_draws(each, at):
            draws.add(day)
        yield at, each.number


def _needs_a_day(number: int) -> bool:
    """Whether somebody asks for a day that must be announced before."""
    return by_appointment(number) or learner(number) is not None


def _decisions(asked: Sequence[Plan], draws: Iterable[DayOfDraws]) -> list[Decision]:
    """What prefectures and headquarters decide, places announce of the days and examinations for
    which somebody asks, and offices publish of the days on which numbers are drawn, by their
    instants.
    """
    booked = any(learner(each.number) is not None for each in asked)
    every: list[Decision] = [
        *decrees(),
        *announcements(),
        *evenings(),
        *register_steps(),
        *centre_looks(),
        *days_asked_for(asked),
        *draw_acts(sorted(draws)),
        *(steps() if booked else ()),
    ]
    return sorted(every, key=lambda decision: decision.at)


async def _take(
    town: Town, bookings: ExamBookings, enquiries: TownEnquiries, decision: Decision
) -> None:
    if isinstance(decision, TownQuestion | TownCalls):
        await enquiries.take(decision)
    elif isinstance(decision, Publication):
        await town.publish(decision)
    elif isinstance(decision, ExamStep):
        await bookings.take(decision)
    elif isinstance(decision, Announcement):
        await town.announce(decision)
    elif isinstance(decision, DrawAct):
        await town.keep_draws(decision)
    elif isinstance(decision, RegisterStep):
        town.clock.act_at(decision.at)
        await keep_register(town.door, decision)
    elif isinstance(decision, CentreLook):
        await keep_centres(town, decision)
    elif isinstance(decision, Evening):
        town.clock.act_at(decision.at)
        await town.tills.close(town.door, town.clock())
    else:
        await town.decree(decision)


def _first(coming: Arrivals, turns: list[_Turn]) -> datetime | None:
    """The instant of the next turn, if there is any."""
    return min((each.at for each in (coming.first, turns and turns[0]) if each), default=None)


def _next(
    coming: Arrivals, turns: list[_Turn], life: Callable[[int], Life], upto: datetime | None
) -> _Turn | None:
    """Takes the next turn, unless it comes after ``upto``."""
    first = _first(coming, turns)
    if first is None or (upto is not None and first > upto):
        return None
    if turns and turns[0].at == first:
        return heapq.heappop(turns)
    arrival = coming.first
    assert arrival is not None
    coming.pop()
    return _Turn(*arrival, life(arrival.number))


async def _carried_out(town: Town, bookings: ExamBookings, turn: _Turn) -> _Turn:
    """Carries out a turn, and returns the next. It has no act when the life has ended."""
    life = turn.life
    if life.case is None:
        await town.apply(life, turn.at)
        assert life.case is not None
        await bookings.note(life.case)
    elif turn.act is not None and not isinstance(turn.act.command, LookAgain):
        opened = await town.case(life.case)
        await town.act(life, turn.act, opened.version)
        await print_papers(town, life, turn.act)
    assert life.case is not None
    opened = await town.case(life.case)
    pace = StoryPace(life.plan.draw(opened.version))
    act = next_act(life, opened.state, turn.at, pace)
    if act is None:
        town.door.forget(life.case)
    return _Turn(act.at if act else turn.at, turn.number, life, act)
