"""What would have become of one case under other decisions about windows."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from msgspec.structs import replace

from cheguan.whatif.case_steps import CaseStep, WaitedFor, steps_of
from cheguan.whatif.hold_delays import WindowTurns, hold_delays
from cheguan.whatif.moved_event import moved_to
from cheguan.whatif.pacing import Clocks, Pacing
from cheguan.whatif.world import World, need_of
from domain.calendar import Calendar, holidays_known, local_day
from domain.case.case import CASE
from domain.case.deadlines.timers import timer
from domain.case.deadlines.windows import held_by_windows
from domain.case.window import window_of
from domain.circumstances import Circumstances
from domain.message import Event, PassDeadline
from domain.people import system
from domain.recorded_event import RecordedEvent
from domain.services.catalogue import EVERY_SERVICE

_CALENDAR: Final = Calendar()
_BY: Final = system("whatif")
_AT_ONCE: Final = timedelta(0)


class ToldCase(NamedTuple):
    """What happens to a case up to an instant. ``waits_since``: its window never opened for it."""

    history: Sequence[RecordedEvent]
    waits_since: datetime | None = None


def would_be(
    history: Sequence[RecordedEvent], was: World, would: World, until: datetime
) -> ToldCase:
    """The history of a case, which is told up to ``until``, as it would have been. It is pure.

    A case that needs no window is the same in both worlds.
    """
    if not _needs_a_window(history):
        return ToldCase(history)
    return _Replay(steps_of(history), was, would, until).told()


def _needs_a_window(history: Sequence[RecordedEvent]) -> bool:
    """Whether it was taken in at one, or has come to need one."""
    current = CASE.initial
    for recorded in history:
        current = CASE.evolve(current, recorded.event)
        if current.taken_in_by or window_of(current):
            return True
    return False


class _Replay:
    """Follows a case step by step. ``_was`` is the case as it was, ``_current`` as it would be.

    What was last done at ``_then`` would have been at ``_now``.
    """

    def __init__(
        self, steps: Sequence[CaseStep], was: World, would: World, until: datetime
    ) -> None:
        self._steps, self._until = steps, until
        self._world = would
        envelope = steps[-1].recorded[-1].envelope
        self._calendar = _CALENDAR.as_known(holidays_known(envelope.rules))
        self._pacing = Pacing(was, would, self._calendar, local_day(until))
        self._delays = hold_delays(steps, was, until)
        self._turns = WindowTurns(would)
        self._turned = {True: 0, False: 0}
        self._looks: list[datetime] = []
        self._was = self._current = CASE.initial
        self._then = self._now = steps[0].at
        self._lateness: timedelta | None = None
        self._out: list[RecordedEvent] = []

    def told(self) -> ToldCase:
        for step in self._steps:
            if step.kept and not self._did(step):
                self._go_on(self._until)
                return ToldCase(self._out, None if self._out else step.at)
            for recorded in step.recorded:
                self._was = CASE.evolve(self._was, recorded.event)
        self._lateness = self._late_by(None)
        self._go_on(self._until)
        return ToldCase(self._out)

    def _did(self, step: CaseStep) -> bool:
        """Whether the step, or what its deadline comes to, happens in time to be told."""
        fits = self._was.stage is self._current.stage
        self._lateness = self._late_by(step)
        if step.waited_for is WaitedFor.TIMER:
            passed = not fits or self._go_on(self._until, to_deadline=True)
            self._then = step.at
            return passed
        at = self._pacing.instant(step, self._was, Clocks(self._then, self._now))
        if at is None or at > self._until:
            return False
        self._go_on(at)
        if fits and self._was.stage is self._current.stage:
            self._carry_out(step, at)
        self._then = step.at
        return True

    def _late_by(self, step: CaseStep | None) -> timedelta | None:
        """How late the timekeeper is. None where he has not come, although it was time."""
        running = timer(self._was)
        if running is None:
            return _AT_ONCE
        if step is not None and step.waited_for is WaitedFor.TIMER:
            return max(step.at - running.at, _AT_ONCE)
        came = self._until if step is None else step.at
        return _AT_ONCE if running.at >= came else None

    def _go_on(self, upto: datetime, *, to_deadline: bool = False) -> bool:
        """What comes by itself up to an instant. Says whether the deadline that was asked for did.

        The service looks at the window, and the timekeeper at the deadline.
        """
        while True:
            turn = self._turns.coming(local_day(upto))
            look, runs_out = min(self._looks, default=None), self._runs_out()
            first = min((at for at in (turn, look, runs_out) if at), default=None)
            if first is None or first > upto:
                return False
            if first == turn:
                self._turns.turn(first)
                self._is_followed(first)
            elif first == look:
                self._looks.remove(first)
                self._look(first)
            else:
                self._pass(first)
                if to_deadline:
                    return True

    def _carry_out(self, step: CaseStep, at: datetime) -> None:
        for recorded in step.kept:
            self._keep(moved_to(recorded, at, self._calendar))
        self._stands(at)

    def _stands(self, at: datetime) -> None:
        self._now = at
        if self._turns.stands(self._current, at):
            self._is_followed(at)
        if need_of(self._current) is None and self._current.bases:
            self._look(at)

    def _is_followed(self, turned_at: datetime) -> None:
        """The service looks at the window as long after this turn as it did."""
        closed = self._turns.closed
        delay = self._delays.after(self._turned[closed], closed=closed)
        self._turned[closed] += 1
        if delay is not None:
            self._looks.append(turned_at + delay)

    def _look(self, at: datetime) -> None:
        for event in held_by_windows(self._current, self._circumstances(at)):
            self._record(event, at)

    def _runs_out(self) -> datetime | None:
        running = timer(self._current)
        if running is None or self._lateness is None:
            return None
        return max(running.at + self._lateness, self._out[-1].at)

    def _pass(self, at: datetime) -> None:
        running = timer(self._current)
        assert running is not None
        command = PassDeadline(clock=running.clock)
        for event in CASE.decide(self._current, command, self._circumstances(at)).events:
            self._record(event, at)
        self._stands(at)

    def _circumstances(self, at: datetime) -> Circumstances:
        stream = self._out[0].stream
        seen = {**self._world.seen, **self._world.seen_at(at)}
        return Circumstances(at, _BY, stream, EVERY_SERVICE, self._calendar, seen)

    def _record(self, event: Event, at: datetime) -> None:
        last = self._out[-1]
        envelope = replace(last.envelope, event=event, at=at, by=_BY)
        self._keep(replace(last, version=len(self._out) + 1, envelope=envelope))

    def _keep(self, recorded: RecordedEvent) -> None:
        self._current = CASE.evolve(self._current, recorded.event)
        self._out.append(recorded)
