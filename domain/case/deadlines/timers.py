"""What happens to a case by itself when nobody acts."""

from domain.calendar import end_of_day
from domain.case.grounds import Hold
from domain.case.stage import Stage
from domain.case.state import Case
from domain.clocks.clock import Clock
from domain.timer import Timer

_ACTS_AT = {
    Stage.PAYMENT_PENDING,
    Stage.CORRECTION_REQUESTED,
    Stage.READY_FOR_PICKUP,
    Stage.RETURNED,
}
_PICKUP_RESTS = {Hold.OFFICE_SUSPENDED, Hold.RELIEF}


def timed(current: Case) -> Case:
    """What the timer of a case depends on. No hold is written in one way only."""
    return Case(
        stage=current.stage,
        deadline=current.deadline,
        deemed_on=current.deemed_on,
        holds=current.holds or frozenset(),
    )


def timer(current: Case) -> Timer | None:
    """The timer that runs, if any. None runs while a hold or a relief keeps it from running."""
    if current.stage is Stage.SUBMITTED and current.deemed_on:
        if Hold.RELIEF in current.holds:
            return None
        return Timer(Clock.CORRECTION_NOTICE, end_of_day(current.deemed_on))
    if current.stage not in _ACTS_AT or current.deadline is None:
        return None
    resting = _PICKUP_RESTS if current.stage is Stage.READY_FOR_PICKUP else {Hold.RELIEF}
    if current.holds & resting:
        return None
    return Timer(current.deadline.clock, current.deadline.at or end_of_day(current.deadline.on))
