"""What each event of this chapter changes, and the stage it leads to."""

from typing import Any, Final

from msgspec.structs import replace

from domain.aggregate import Effect
from domain.case.deadlines import events
from domain.case.refunds import lapsed, refunded
from domain.case.stage import Stage
from domain.case.state import Case, Deadline, Running, Stopped
from domain.clocks.clock import Clock


def _clock_stopped(current: Case, event: events.ClockStopped) -> Case:
    decide_by = current.clock.decide_by if isinstance(current.clock, Running) else None
    return replace(current, clock=Stopped(event.days_left, decide_by))


def _clock_restarted(current: Case, event: events.ClockRestarted) -> Case:
    return replace(current, clock=Running(event.decide_by))


def _moved(current: Case, event: events.DeadlineExtended | events.DeadlineBroughtForward) -> Case:
    if current.deadline and current.deadline.clock == event.clock:
        at = None if current.deadline.at is None else current.deadline.at + (event.new - event.old)
        return replace(current, deadline=Deadline(event.clock, event.new, at))
    if event.clock == Clock.CORRECTION_NOTICE:
        return replace(current, deemed_on=event.new)
    return replace(current, clock=Running(event.new))


def _lapsed(current: Case, event: events.CaseLapsed) -> Case:
    return refunded(lapsed(current, event), event)


EFFECTS: Final[tuple[Effect[Case, Any], ...]] = (
    Effect(events.ClockStopped, change=_clock_stopped),
    Effect(events.ClockRestarted, change=_clock_restarted),
    Effect(events.DeadlineExtended, change=_moved),
    Effect(events.DeadlineBroughtForward, change=_moved),
    Effect(events.CaseLapsed, to=Stage.LAPSED, change=_lapsed),
)
