"""The statutory clock runs exactly while the office must act.

Time that the office spends on waiting for others does not count (ALL art. 45).
"""

from collections.abc import Sequence

from domain.case.deadlines.events import ClockRestarted, ClockStopped
from domain.case.grounds import StopReason
from domain.case.stage import UNDECIDED, Stage
from domain.case.state import STOPPING_HOLDS, Case, Running, Stopped
from domain.case.vocabulary import CaseEvent
from domain.circumstances import Circumstances
from domain.clocks.pause import working_day_after, working_days_left


def adjusted(after: Case, at: Circumstances) -> Sequence[CaseEvent]:
    """The stop or restart that follows from what was just decided.

    A clock that has run out stops with a negative number of days left and is as
    late when it runs again. One that stops on its last day has the next working day after all.
    """
    reason = why_stopped(after)
    match after.clock:
        case Running(decide_by) if reason:
            left = working_days_left(decide_by, at.today, at.calendar)
            return [ClockStopped(reason=reason, days_left=left)]
        case Stopped(days_left, old) if after.stage in UNDECIDED and not reason:
            decide_by = working_day_after(at.today, days_left, at.calendar)
            return [ClockRestarted(decide_by=decide_by, old=old)]
    return []


def why_stopped(current: Case) -> StopReason | None:
    """The ground for which the clock stands still. The case's own stage comes before its holds."""
    if current.stage is Stage.CORRECTION_REQUESTED:
        return StopReason.CORRECTION
    if current.stage is Stage.ON_SITE_REQUIRED:
        return StopReason.ON_SITE
    return next(
        (STOPPING_HOLDS[hold] for hold in sorted(current.holds & STOPPING_HOLDS.keys())), None
    )
