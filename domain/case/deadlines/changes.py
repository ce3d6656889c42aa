"""What each event of this chapter changes, and the stage it leads to."""

from datetime import date
from typing import Any, Final

from msgspec.structs import replace

from domain.aggregate import Effect
from domain.case.deadlines import events
from domain.case.grounds import COUNTED, RecountGround
from domain.case.refunds import lapsed, refunded
from domain.case.stage import Stage
from domain.case.state import Case, Deadline, Running, Stopped, UnderRelief
from domain.clocks.clock import Clock
from domain.register.extension import extended


def _clock_stopped(current: Case, event: events.ClockStopped) -> Case:
    decide_by = current.clock.decide_by if isinstance(current.clock, Running) else None
    return replace(current, clock=Stopped(event.days_left, decide_by))


def _clock_restarted(current: Case, event: events.ClockRestarted) -> Case:
    return replace(current, clock=Running(event.decide_by))


def _extended(current: Case, event: events.DeadlineExtended) -> Case:
    waited = current.deadline
    if waited is None or waited.clock != event.clock:
        return _moved(current, event.clock, event.new or event.old)
    new = event.new or waited.on
    at = None if waited.at is None else waited.at + (new - event.old)
    under = _under_relief(waited, event)
    before = waited.under and (event.clock, waited.under.by_law)
    moved = tuple(each for each in current.extended if (each.clock, each.old) != before)
    if under:
        day = None if under.open else new
        moved = extended(moved, Clock(event.clock), under.by_law, day, under.relief)
    deadline = Deadline(event.clock, new, at, event.since or waited.since, under)
    return replace(current, deadline=deadline, extended=moved)


def _under_relief(waited: Deadline, event: events.DeadlineExtended) -> UnderRelief | None:
    """The relief that has moved the deadline. A recount leaves it, and a hold too if it says so."""
    by_law = event.by_law
    if event.relief not in COUNTED:
        return UnderRelief(event.relief, by_law or event.old, open=event.new is None)
    if waited.under and by_law:
        return UnderRelief(waited.under.relief, by_law, open=event.new is None)
    return waited.under if event.relief in [*RecountGround] else None


def _brought_forward(current: Case, event: events.DeadlineBroughtForward) -> Case:
    if current.deadline and current.deadline.clock == event.clock:
        return replace(current, deadline=Deadline(event.clock, event.new))
    return _moved(current, event.clock, event.new)


def _moved(current: Case, clock: str, new: date) -> Case:
    if clock == Clock.CORRECTION_NOTICE:
        return replace(current, deemed_on=new)
    return replace(current, clock=Running(new))


def _lapsed(current: Case, event: events.CaseLapsed) -> Case:
    return refunded(lapsed(current, event), event)


EFFECTS: Final[tuple[Effect[Case, Any], ...]] = (
    Effect(events.ClockStopped, change=_clock_stopped),
    Effect(events.ClockRestarted, change=_clock_restarted),
    Effect(events.DeadlineExtended, change=_extended),
    Effect(events.DeadlineBroughtForward, change=_brought_forward),
    Effect(events.CaseLapsed, to=Stage.LAPSED, change=_lapsed),
)
