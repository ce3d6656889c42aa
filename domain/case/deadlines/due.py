"""Reads off an event which day people should expect."""

from datetime import date
from functools import cache
from typing import Final, NamedTuple

from domain.calendar import local_day
from domain.case.deadlines.events import (
    ClockStopped,
    DeadlineBroughtForward,
    DeadlineExtended,
)
from domain.case.delivery.events import ParcelReturned
from domain.case.grounds import Hold
from domain.case.intake.events import CaseSubmitted
from domain.case.overlays.events import HoldReleased, HoldSet
from domain.case.penalty.events import FineAsked
from domain.case.reservation.events import PreselectSessionOpened
from domain.case.rest import rests
from domain.case.stage import FINAL, Stage
from domain.clocks.clock import Clock
from domain.message import Event

_FIELDS: Final = {
    "accept_by": Clock.ACCEPT_1,
    "decide_by": Clock.DECIDE,
    "reply_by": Clock.CORRECTION_REPLY,
    "deliver_by": Clock.DELIVER_10,
    "hand_over_by": Clock.POST_HANDOVER,
    "expected_by": Clock.POST_TRANSIT,
    "answer_by": Clock.VIO_ANSWER,
    "record_by": Clock.EXAM_RECORD,
    "keep_until": Clock.PICKUP_HOLD,
    "hold_until": Clock.PRESELECT_HOLD,
}

_IN_THEIR_WAY: Final = frozenset(
    {
        CaseSubmitted,
        FineAsked,
        PreselectSessionOpened,
        DeadlineExtended,
        DeadlineBroughtForward,
        ParcelReturned,
        ClockStopped,
    }
)
_GOES_ON: Final = frozenset({Stage.IN_REVIEW, Stage.IN_PRODUCTION})
"""The stages to which the day that was waited for goes along."""


class Due(NamedTuple):
    clock: str
    on: date


class Expected(NamedTuple):
    """The day that the case waits for, and the holds under which it may rest."""

    due: Due | None = None
    holds: tuple[Hold, ...] = ()

    @property
    def rests(self) -> bool:
        return self.due is not None and rests(self.due.clock, self.holds)

    def after(self, before: Stage, after: Stage, event: Event) -> "Expected":
        """What is expected after one more event. A case that has ended is not held."""
        due = due_after(self.due, before, after, event)
        holds = holds_after(self.holds, event)
        return Expected(due, () if after in FINAL else holds)


def holds_after(holds: tuple[Hold, ...], event: Event) -> tuple[Hold, ...]:
    """The holds in their order, so that a row is written in one way only."""
    match event:
        case HoldSet(kind=kind):
            return tuple(sorted({*holds, kind}))
        case HoldReleased(kind=kind, still_held=False):
            return tuple(hold for hold in holds if hold is not kind)
    return holds


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
            case FineAsked():
                return Due(Clock.PAY_HOLD, event.asked_on)
            case PreselectSessionOpened():
                return Due(Clock.PRESELECT_SESSION, local_day(event.open_until))
            case (
                DeadlineExtended(clock=clock, new=new)
                | DeadlineBroughtForward(clock=clock, new=new)
            ):
                if clock == Clock.CORRECTION_NOTICE:
                    return due
                return Due(clock, new) if new else None
            case ParcelReturned():
                return Due(Clock.RETURN_HOLD, event.keep_until)
            case ClockStopped():
                return due if after is Stage.CORRECTION_REQUESTED else None
    for field, clock in _deadlines(type(event)):
        if on := getattr(event, field):
            return Due(clock, on)
    return due if after is before or after in _GOES_ON else None
