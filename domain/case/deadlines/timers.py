"""What happens to a case by itself when nobody acts."""

from domain.calendar import end_of_day
from domain.case.appointment.day import until_the_day_is_over
from domain.case.rest import rests
from domain.case.stage import Stage
from domain.case.state import Case
from domain.clocks.clock import Clock
from domain.timer import Timer

_ACTS_AT = {
    Stage.PAYMENT_PENDING,
    Stage.CORRECTION_REQUESTED,
    Stage.READY_FOR_PICKUP,
    Stage.RETURNED,
    Stage.CHOOSING_NUMBER,
    Stage.NUMBER_RESERVED,
}


def timed(current: Case) -> Case:
    """What the timer of a case depends on, and what reliefs have moved, which is counted here.

    No hold is written in one way only.
    """
    return Case(
        stage=current.stage,
        deadline=current.deadline,
        deemed_on=current.deemed_on,
        holds=current.holds or frozenset(),
        extended=current.extended,
        appointment=current.appointment,
    )


def timer(current: Case) -> Timer | None:
    """The timer that runs, if any. None runs while a hold keeps its clock at rest, or a relief
    keeps it open.
    """
    if current.appointment is not None:
        return until_the_day_is_over(current.stage, current.appointment)
    if current.stage is Stage.SUBMITTED and current.deemed_on:
        clock, at = Clock.CORRECTION_NOTICE.value, end_of_day(current.deemed_on)
    elif current.stage in _ACTS_AT and current.deadline and not current.deadline.is_open:
        clock = current.deadline.clock
        at = current.deadline.at or end_of_day(current.deadline.on)
    else:
        return None
    return None if rests(clock, current.holds) else Timer(clock, at)
