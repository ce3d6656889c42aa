"""What is counted of a decision: in which time it was made, against what day, and which way."""

from collections.abc import Mapping, Sequence
from typing import Final

from domain.calendar import Calendar, holidays_known
from domain.case.deadlines.events import (
    ClockRestarted,
    ClockStopped,
    DeadlineBroughtForward,
    DeadlineExtended,
)
from domain.case.grounds import RecountGround
from domain.case.remedies.events import CaseReopened
from domain.case.review.events import CaseApproved, CaseRefused
from domain.clocks.clock import Clock
from domain.message import Event
from projections.throughput import measures
from projections.throughput.counting import NOTHING, Counting, Counts
from projections.throughput.durations import HANDLE
from projections.throughput.handlers import is_taken_up
from projections.throughput.intake import accepted

_CALENDAR: Final = Calendar()
"""Of it counts what was known when the decision was made, so that a closed day stays closed."""


def _stopped(told: Counting, event: ClockStopped) -> Sequence[str]:
    """A clock that stops late stays late."""
    if event.days_left >= 0:
        told.so_far.decide_by = None
    return NOTHING


def _restarted(told: Counting, event: ClockRestarted) -> Sequence[str]:
    told.so_far.decide_by = event.decide_by
    return NOTHING


def _extended(told: Counting, event: DeadlineExtended) -> Sequence[str]:
    _moved(told, event)
    recounted = event.relief == RecountGround.HOLIDAY_NOTICE
    return NOTHING if recounted else (f"{measures.EXTENDED}:{event.clock}",)


def _moved(told: Counting, event: DeadlineExtended | DeadlineBroughtForward) -> Sequence[str]:
    match event.clock:
        case Clock.ACCEPT_1:
            told.so_far.accept_by = event.new
        case Clock.DECIDE:
            told.so_far.decide_by = event.new
    return NOTHING


def _approved(told: Counting, event: CaseApproved) -> Sequence[str]:
    told.so_far.approved_at = told.at
    return _decided(told, event)


def _refused(told: Counting, event: CaseRefused) -> Sequence[str]:
    grounds = [f"{measures.REFUSED_FOR}:{code}" for code in event.codes]
    return [*_decided(told, event), measures.DECIDED_AGAINST, *grounds]


def _decided(told: Counting, event: CaseApproved | CaseRefused) -> Sequence[str]:
    so_far = told.so_far
    counted = [measures.DECIDED]
    if so_far.decide_by and event.decided_on > so_far.decide_by:
        counted.append(measures.DECIDED_LATE)
    if so_far.handled_from:
        known = _CALENDAR.as_known(holidays_known(told.rules))
        seconds = known.working_seconds(so_far.handled_from, told.at)
        counted.append(HANDLE.of(seconds))
        told.takes(seconds)
    so_far.decide_by = None
    is_taken_up(told)
    told.is_past_correction()
    return counted


def _reopened(told: Counting, event: CaseReopened) -> Sequence[str]:
    """What was counted stays, and handling begins anew."""
    so_far = told.so_far
    counted = accepted(told, event) if so_far.handled_from is None else NOTHING
    so_far.handled_from, so_far.decide_by = told.at, event.decide_by
    so_far.approved_at = so_far.produced_at = so_far.posted_at = None
    so_far.unnamed = told.place
    return counted


DECISION: Final[Mapping[type[Event], Counts]] = {
    ClockStopped: _stopped,
    ClockRestarted: _restarted,
    DeadlineExtended: _extended,
    DeadlineBroughtForward: _moved,
    CaseApproved: _approved,
    CaseRefused: _refused,
    CaseReopened: _reopened,
}
