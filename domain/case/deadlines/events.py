"""Events of this chapter. These names and fields are stored for ever."""

from datetime import date

from domain.case.grounds import StopReason
from domain.case.vocabulary import CaseEvent


class ClockStopped(CaseEvent, frozen=True, kw_only=True):
    reason: StopReason
    days_left: int


class ClockRestarted(CaseEvent, frozen=True, kw_only=True):
    decide_by: date


class DeadlineExtended(CaseEvent, frozen=True, kw_only=True):
    """A relief moved the deadline for which the case waits, and never to an earlier day."""

    clock: str
    old: date
    new: date
    relief: str


class CaseLapsed(CaseEvent, frozen=True, kw_only=True):
    clock: str
    refund_fen: int = 0
