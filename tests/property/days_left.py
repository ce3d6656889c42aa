"""A second count of the days that each clock of a case has left, by the calendar alone."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from operator import attrgetter

from domain.calendar import Calendar, local_day
from domain.case.deadlines.timers import timer
from domain.case.grounds import Hold
from domain.case.stage import Stage
from domain.case.state import Case, Running, Stopped
from domain.clocks.clock import Clock
from projections.caseload.row import InHand
from projections.throughput.contribution import contribution
from projections.throughput.measures import DUE
from projections.throughput.row import Counted
from projections.tracking.row import Tracked

CALENDAR = Calendar()
IN_WORKING_DAYS = {
    Clock.ACCEPT_1,
    Clock.CORRECTION_NOTICE,
    Clock.CORRECTION_REPLY,
    Clock.DECIDE,
    Clock.DELIVER_10,
    Clock.POST_HANDOVER,
    Clock.PRESELECT_HOLD,
}
OFFICE = IN_WORKING_DAYS - {Clock.CORRECTION_REPLY, Clock.PRESELECT_HOLD} | {Clock.POST_TRANSIT}
GOES_ON_WHEN_OUTLETS_CLOSE = OFFICE | {Clock.PRESELECT_SESSION}
"""Minutes at a page, which no window serves."""
WAITING_FOR_OTHERS = {Hold.RELIEF, Hold.AWAITING_CHECK}
A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Waited:
    """A clock of a case. ``at`` is set for a term of hours."""

    clock: str
    last: date
    at: datetime | None
    rests: bool

    def left(self, now: datetime) -> float:
        """The days that are left after today; below 0 if the last one is over."""
        if self.at:
            return (self.at - now) / A_DAY
        today = local_day(now)
        if self.clock not in IN_WORKING_DAYS:
            return (self.last - today).days
        first, end = sorted((today, self.last))
        days = (first + n * A_DAY for n in range(1, (end - first).days + 1))
        worked = sum(CALENDAR.is_working_day(day) for day in days)
        return worked if today <= self.last else min(-worked, -1)


def waited_for(case: Case) -> Iterator[Waited]:
    if isinstance(case.clock, Running):
        yield Waited(Clock.DECIDE, case.clock.decide_by, None, rests=False)
    if isinstance(case.clock, Stopped) and case.clock.decide_by:
        yield Waited(Clock.DECIDE, case.clock.decide_by, None, rests=True)
    if case.deadline:
        clock = case.deadline.clock
        rests = _rests(clock, case)
        yield Waited(clock, case.deadline.on, case.deadline.at, rests)
    if case.deemed_on and case.stage is Stage.SUBMITTED:
        clock = Clock.CORRECTION_NOTICE.value
        yield Waited(clock, case.deemed_on, None, _rests(clock, case))


def _rests(clock: str, case: Case) -> bool:
    return bool(
        case.holds & WAITING_FOR_OTHERS if clock in GOES_ON_WHEN_OUTLETS_CLOSE else case.holds
    )


def never_late_at_rest(case: Case, shown: Tracked, in_hand: InHand, counted: Counted) -> None:
    """No timer runs for a clock at rest, nobody is shown its day, and no held case is late."""
    resting = {waited.clock for waited in waited_for(case) if waited.rests}
    runs = timer(case)
    assert runs is None or runs.clock not in resting
    assert shown.due_clock not in resting
    assert in_hand.held == bool(case.holds)
    assert not case.holds or DUE not in {key[-1] for key in contribution(counted)}


@dataclass
class DaysLeft:
    """Looks at a case after each command, and compares what it sees with what it saw.

    A term that is counted in working days ends on one. A relief that moves a day while its
    clock rests names a day, and gives no others; a holiday notice may take days away.
    """

    resting: dict[str, tuple[datetime, Waited]] = field(default_factory=dict)
    closed: bool = False
    """Whether an outlet has been closed meanwhile. Then what waits there waits anew."""

    def seen(self, case: Case, now: datetime) -> None:
        found = {waited.clock: waited for waited in waited_for(case)}
        for clock in found.keys() & IN_WORKING_DAYS:
            assert CALENDAR.is_working_day(found[clock].last), found[clock]
        for clock in self.resting.keys() - found.keys():
            del self.resting[clock]
        for clock, waited in found.items():
            if waited.rests:
                since, before = self.resting.get(clock, (now, waited))
                self.resting[clock] = since, min(before, waited, key=attrgetter("last"))
            elif clock in self.resting:
                self._goes_on(*self.resting.pop(clock), waited, now)
        if Hold.OFFICE_SUSPENDED in case.holds:
            self.closed = True
        elif not self.resting:
            self.closed = False

    def _goes_on(self, since: datetime, before: Waited, after: Waited, now: datetime) -> None:
        """No day on hold was counted, and what was over is not revived."""
        had, has = before.left(since), after.left(now)
        if had > 0:
            assert has >= had, (since, before, after, now)
        elif had == 0 and not before.at:
            assert has >= 1, (since, before, after, now)
        elif not (self.closed and before.clock == Clock.PICKUP_HOLD):
            assert has <= 0 if before.at else has < 0, (since, before, after, now)
