"""Events of this chapter. These names and fields are stored for ever."""

from datetime import date

from domain.case.grounds import RecountGround, StopReason
from domain.case.vocabulary import CaseEvent


class ClockStopped(CaseEvent, frozen=True, kw_only=True):
    reason: StopReason
    days_left: int


class ClockRestarted(CaseEvent, frozen=True, kw_only=True):
    """The statutory clock goes on to ``decide_by``. ``old`` is where it ended before its stop."""

    decide_by: date
    old: date | None = None


class DeadlineExtended(CaseEvent, frozen=True, kw_only=True):
    """A deadline of the case moved from ``old`` to a later day.

    ``relief`` names the relief, the hold during which the clock stood still, or the publication
    of holidays. There is no ``new`` day while nobody knows when the relief ends. ``by_law`` is the
    day without any relief, where one has moved it. After a hold what was left of the term counts
    from ``since``.
    """

    clock: str
    old: date
    new: date | None
    relief: str
    by_law: date | None = None
    since: date | None = None


class DeadlineBroughtForward(CaseEvent, frozen=True, kw_only=True):
    """A deadline of the office moved to an earlier day, because make-up days were published."""

    clock: str
    old: date
    new: date
    ground: RecountGround


class CaseLapsed(CaseEvent, frozen=True, kw_only=True):
    clock: str
    refund_fen: int = 0
    reconsider_by: date | None = None
    sue_by: date | None = None
