"""Which clocks of a case stand still while it is held."""

from collections.abc import Collection, Set
from typing import Final

from domain.case.grounds import Hold
from domain.case.state import STOPPING_HOLDS, Case
from domain.clocks.clock import Clock

OF_THE_CITIZEN: Final[Set[str]] = frozenset(
    {
        Clock.PAY_HOLD,
        Clock.CORRECTION_REPLY,
        Clock.PICKUP_HOLD,
        Clock.RETURN_HOLD,
        Clock.PRESELECT_HOLD,
    }
)
"""What the citizen has to do in time. All other clocks of a case are those of the office."""


def rests(clock: str, holds: Collection[Hold]) -> bool:
    """Whether a clock stands still under these holds.

    A relief, and a check by others, stop every clock (ALL art. 45). What is the office's own
    affair stops the citizen's clocks alone, because the law gives the office no days for it.
    """
    return bool(holds) and (clock in OF_THE_CITIZEN or not STOPPING_HOLDS.keys().isdisjoint(holds))


def is_left_alone(current: Case) -> bool:
    """Whether no program goes on with the case: it rests, or its applicant wishes to withdraw."""
    return bool(current.holds) or current.withdrawal_requested


def is_at_rest(current: Case) -> bool:
    """Whether the day for which the case waits stands still. The statutory clock is apart."""
    return current.deadline is not None and rests(current.deadline.clock, current.holds)
