"""When a step of a case would have come, by what it waits for."""

from datetime import date, datetime
from typing import NamedTuple

from cheguan.whatif.case_steps import CaseStep, WaitedFor
from cheguan.whatif.instants import Counts, Passed, every_day, moved, worked
from cheguan.whatif.world import Need, World, need_of
from domain.calendar import Calendar, local_day
from domain.case.intake.events import CaseSubmitted
from domain.case.intake.window_power import day_of
from domain.case.state import Case
from domain.services.window.facts import WindowFacts


class Clocks(NamedTuple):
    """When the step before was, and when it would have been."""

    then: datetime
    now: datetime


class Pacing(NamedTuple):
    """The worlds, and the last day on which anything is told."""

    was: World
    would: World
    calendar: Calendar
    upto: date

    def instant(self, step: CaseStep, current: Case, clocks: Clocks) -> datetime | None:
        """None if it would not have come in time. ``current`` is the case before it, as it was."""
        if application := step.taken_in:
            return self._taken_in(step.at, application)
        need = need_of(current) if step.waited_for is WaitedFor.WINDOW else None
        if need and self.was.closed(need, local_day(step.at)):
            need = None
        if need is None and clocks.now == clocks.then:
            return step.at
        counted: Counts = every_day
        if step.waited_for is not WaitedFor.ELSEWHERE:
            counted = worked(self.calendar, local_day(step.at))
        counts = counted
        if need:
            counted, counts = _open(self.was, need, counted), _open(self.would, need, counts)
        passed = Passed(clocks.then, step.at)
        return moved(passed, clocks.now, counted, counts, self.upto)

    def _taken_in(self, at: datetime, application: CaseSubmitted) -> datetime | None:
        """Whoever came to an open window comes on the first day on which it is open."""
        facts = application.facts
        if not isinstance(facts, WindowFacts):
            return at
        need = Need(facts.done_at or facts.counter, facts.service)
        day = day_of(facts, local_day(at))
        if self.was.closed(need, day) or not self.would.closed(need, day):
            return at
        counts = _open(self.would, need, worked(self.calendar, local_day(at)))
        return moved(Passed(at, at), at, every_day, counts, self.upto)


def _open(world: World, need: Need, days: Counts) -> Counts:
    def counts(day: date) -> bool:
        return days(day) and not world.closed(need, day)

    return counts
