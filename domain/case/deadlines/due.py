"""Reads off an event which day people should expect."""

from datetime import date
from functools import cache
from typing import Final, NamedTuple

from domain.calendar import local_day
from domain.case.deadlines.events import ClockStopped, DeadlineExtended
from domain.case.delivery.events import ParcelReturned
from domain.case.intake.events import CaseSubmitted
from domain.case.stage import Stage
from domain.clocks.clock import Clock
from domain.message import Event

_FIELDS: Final = {
    "accept_by": Clock.ACCEPT_1,
    "decide_by": Clock.DECIDE,
    "reply_by": Clock.CORRECTION_REPLY,
    "deliver_by": Clock.DELIVER_10,
    "hand_over_by": Clock.POST_HANDOVER,
    "expected_by": Clock.POST_TRANSIT,
    "keep_until": Clock.PICKUP_HOLD,
}

_IN_THEIR_WAY: Final = frozenset({CaseSubmitted, DeadlineExtended, ParcelReturned, ClockStopped})
_GOES_ON: Final = frozenset({Stage.IN_REVIEW, Stage.IN_PRODUCTION})
"""The stages to which the day that was waited for goes along."""


class Due(NamedTuple):
    clock: str
    on: date


@cache
def _deadlines(event: type[Event]) -> tuple[tuple[str, Clock], ...]:
    """The fields of an event class that set a day, each with its clock."""
    return tuple((f, _FIELDS[f]) for f in event.__struct_fields__ if f in _FIELDS)


def sets_a_day(kind: type[Event]) -> bool:
    """Whether an event of this class may change the day that is waited for at the same stage."""
    return kind in _IN_THEIR_WAY or bool(_deadlines(kind))


def due_after(due: Due | None, before: Stage, after: Stage, event: Event) -> Due | None:
    """The day that the case waits for after ``event``: a new one, the old one, or none."""
    if type(event) in _IN_THEIR_WAY:
        match event:
            case CaseSubmitted(pay_by=pay_by) if pay_by:
                return Due(Clock.PAY_HOLD, local_day(pay_by))
            case DeadlineExtended():
                return Due(event.clock, event.new)
            case ParcelReturned():
                return Due(Clock.RETURN_HOLD, event.keep_until)
            case ClockStopped():
                return due if after is Stage.CORRECTION_REQUESTED else None
    for field, clock in _deadlines(type(event)):
        if on := getattr(event, field):
            return Due(clock, on)
    return due if after is before or after in _GOES_ON else None
