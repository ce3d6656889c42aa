"""How long after a window closed or opened the cases that need it were held or released.

The service takes its time, be it a second or the whole of a story that is told without workers.
Under other decisions it takes as long. So a difference in the figures is that of the decisions.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from cheguan.whatif.case_steps import CaseStep
from cheguan.whatif.world import Need, World, need_of
from domain.calendar import local_day
from domain.case.case import CASE
from domain.case.overlays.events import HoldReleased
from domain.case.state import Case
from projections.caseload.window_holds import held_by, released_by

_AT_ONCE: Final = timedelta(0)


class _Turn(NamedTuple):
    """From ``at`` on the window that the case needs is closed, or is not any more."""

    at: datetime
    closed: bool


class HoldDelays(NamedTuple):
    """By the number of the turn. None means that nobody has looked before the next one."""

    of_closings: Sequence[timedelta | None]
    of_openings: Sequence[timedelta | None]

    def after(self, number: int, *, closed: bool) -> timedelta | None:
        """That of the turn of this number. Further ones are followed as the last one was."""
        known = self.of_closings if closed else self.of_openings
        return known[min(number, len(known) - 1)] if known else _AT_ONCE


class WindowTurns:
    """Follows the window of one case through a world, and tells when it closes or opens."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._need: Need | None = None
        self._day = date.min
        self.closed = False

    def coming(self, upto: date) -> datetime | None:
        """When it turns next because of a decision, if it does up to that day."""
        if self._need is None:
            return None
        return self._world.next_turn(self._need, closed=self.closed, after=self._day, upto=upto)

    def turn(self, at: datetime) -> None:
        """A decision has taken effect."""
        self._day, self.closed = local_day(at), not self.closed

    def stands(self, current: Case, at: datetime) -> bool:
        """The case has gone on. Says whether its window has turned by that."""
        self._need, self._day = need_of(current), max(self._day, local_day(at))
        before = self.closed
        self.closed = self._need is not None and self._world.closed(self._need, self._day)
        return before is not self.closed


def hold_delays(steps: Sequence[CaseStep], was: World, until: datetime) -> HoldDelays:
    """Read off the history of a case, by the decisions that were."""
    turns, follows = list[_Turn](), WindowTurns(was)
    changes: list[tuple[datetime, bool]] = []
    current = CASE.initial
    for step in steps:
        _decisions(follows, turns, local_day(step.at))
        for recorded in step.recorded:
            current = CASE.evolve(current, recorded.event)
            if step.follows_windows and held_by(recorded.event):
                changes.append((step.at, True))
            if step.follows_windows and released_by(recorded.event):
                assert isinstance(recorded.event, HoldReleased)
                changes.append((step.at, False))
        if follows.stands(current, step.at):
            turns.append(_Turn(step.at, follows.closed))
    _decisions(follows, turns, local_day(until))
    return _delays(turns, changes, until)


def _decisions(follows: WindowTurns, turns: list[_Turn], upto: date) -> None:
    while at := follows.coming(upto):
        follows.turn(at)
        turns.append(_Turn(at, follows.closed))


def _delays(
    turns: Sequence[_Turn], changes: Sequence[tuple[datetime, bool]], until: datetime
) -> HoldDelays:
    found: dict[bool, list[timedelta | None]] = {True: [], False: []}
    held = False
    ends = [*(turn.at for turn in turns[1:]), until + timedelta(microseconds=1)]
    for turn, end in zip(turns, ends, strict=False):
        delay: timedelta | None = None if held is not turn.closed else _AT_ONCE
        for at, sets in changes:
            if turn.at <= at < end and sets is turn.closed and held is not sets:
                held, delay = sets, at - turn.at
                break
        found[turn.closed].append(delay)
    return HoldDelays(found[True], found[False])
