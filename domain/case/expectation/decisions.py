"""Whoever was told a day is told when it has passed: a new one, and why (ADR 77)."""

from collections.abc import Sequence
from typing import Any, Final

from domain.aggregate import Decision
from domain.case.expectation import commands, events
from domain.case.expectation.reasons import DelayReason
from domain.case.roles import SYSTEM
from domain.case.stage import OPEN, Stage
from domain.case.state import Case
from domain.case.vocabulary import CaseEvent
from domain.circumstances import Circumstances

_HIS_TURN: Final = frozenset(
    {
        Stage.PAYMENT_PENDING,
        Stage.CORRECTION_REQUESTED,
        Stage.ON_SITE_REQUIRED,
        Stage.FACTS_SHOWN,
        Stage.RETURNED,
        Stage.READY_FOR_PICKUP,
    }
)


def tell_later_date(
    current: Case, command: commands.TellLaterDate, at: Circumstances
) -> Sequence[CaseEvent]:
    """Never before the day has passed that was told last, and of no day before today.

    Whoever was told that no day is known waits for no day.
    """
    if current.slipped and current.likely_by is None:
        return []
    told_by = current.likely_by or command.told_by
    if at.today <= told_by:
        return []
    likely_by = command.likely_by
    if likely_by is not None and likely_by < at.today:
        likely_by = None
    return [
        events.ExpectedDateSlipped(
            told_by=told_by, likely_by=likely_by, cases=command.cases, reason=_reason(current)
        )
    ]


def _reason(current: Case) -> DelayReason:
    if current.holds:
        return DelayReason.SUSPENDED
    if current.stage in _HIS_TURN:
        return DelayReason.APPLICANT
    if current.stage is Stage.IN_POST:
        return DelayReason.POST
    return DelayReason.CORRECTED if current.corrections else DelayReason.WORKLOAD


DECISIONS: Final[tuple[Decision[Case, Any], ...]] = (
    Decision(
        commands.TellLaterDate, at=OPEN - {Stage.DELIVERED}, by=SYSTEM, decide=tell_later_date
    ),
)
