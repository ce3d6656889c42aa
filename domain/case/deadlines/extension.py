"""The days to which deadlines move when a hold is over: days on hold are not counted."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final

from domain.calendar import local_day
from domain.case.deadlines.events import DeadlineExtended
from domain.case.deadlines.relief import AtStop, goes_on, stopped_on
from domain.case.delivery.arrival import arrives_by
from domain.case.grounds import Hold
from domain.case.rest import rests
from domain.case.stage import Stage
from domain.case.state import Case, Deadline
from domain.circumstances import Circumstances
from domain.clocks.case import pay_until
from domain.clocks.clock import Clock
from domain.clocks.pause import day_after, working_day_after, working_days_left
from domain.clocks.plates import hold_of, registered_after_opening
from domain.clocks.provisional import IN_WORKING_DAYS

_DAY: Final = timedelta(days=1)


def extended_after(current: Case, kind: Hold, at: Circumstances) -> Iterator[DeadlineExtended]:
    """The deadlines that go on when ``kind`` is lifted from the case.

    Under several holds a deadline rests until the last of them that stops it. One that was
    over before it stopped stays over.
    """
    for deadline in _deadlines(current):
        still = rests(deadline.clock, current.holds - {kind})
        if still or not rests(deadline.clock, current.holds):
            continue
        since = current.resting_since
        if since is not None and deadline.under:
            was = stopped_on(local_day(since), current, deadline, at)
            moved = AtStop(*(Deadline(each.clock, _moved(each, since, at)) for each in was))
            yield from goes_on(current, kind, moved, at)
            continue
        new = _anew(current, deadline, at) if since is None else _moved(deadline, since, at)
        if deadline.clock == Clock.PRESELECT_HOLD and kind is Hold.OFFICE_SUSPENDED:
            new = max(new, registered_after_opening(at.today, at.calendar))
        if new > deadline.on:
            yield DeadlineExtended(
                clock=deadline.clock, old=deadline.on, new=new, relief=kind, since=at.today
            )


def _deadlines(current: Case) -> Iterator[Deadline]:
    if current.deadline:
        yield current.deadline
    if current.stage is Stage.SUBMITTED and current.deemed_on:
        yield Deadline(Clock.CORRECTION_NOTICE, current.deemed_on)


def _moved(deadline: Deadline, since: datetime, at: Circumstances) -> date:
    """The last day of a term that has run until ``since``. A term of hours moves by whole days."""
    if deadline.at:
        was_over = deadline.at <= since
        return deadline.on + _DAY * _whole_days(at.now - since, up=not was_over)
    stopped_on = local_day(since)
    if deadline.clock in IN_WORKING_DAYS:
        left = working_days_left(deadline.on, stopped_on, at.calendar)
        return working_day_after(at.today, left, at.calendar)
    return day_after(at.today, deadline.on, stopped_on)


def _anew(current: Case, deadline: Deadline, at: Circumstances) -> date:
    """The last day of a term that begins today, because it began under the hold."""
    match deadline.clock:
        case Clock.PAY_HOLD if deadline.at:
            ends = pay_until(at.now, judged_on=at.today)
            return deadline.on + _DAY * _whole_days(ends - deadline.at, up=True)
        case Clock.POST_TRANSIT:
            return arrives_by(current, at)
        case Clock.PRESELECT_HOLD:
            return at.calendar.add(at.today, hold_of(current.office).on(at.today).count)
        case clock:
            return at.due(Clock(clock))


def _whole_days(span: timedelta, *, up: bool) -> int:
    return -(-span // _DAY) if up else span // _DAY
