"""What each event of this chapter changes, and the stage it leads to."""

from typing import Any, Final

from msgspec.structs import replace

from domain.aggregate import Effect
from domain.case.penal import is_penal
from domain.case.refunds import decided_against
from domain.case.remedies import events
from domain.case.remedies.reasons import ReconsiderationOutcome
from domain.case.stage import Stage
from domain.case.state import Case, Running

_ANEW: Final = frozenset(
    {
        ReconsiderationOutcome.REVOKED,
        ReconsiderationOutcome.CHANGED,
        ReconsiderationOutcome.ORDERED,
    }
)


def no_longer_stands(current: Case, outcome: ReconsiderationOutcome) -> bool:
    """Whether what was decided has no effect any longer.

    A penalty that is not upheld falls at once, and its violation is dealt with anew by another
    case. Any other case is reopened itself.
    """
    if is_penal(current):
        return outcome in _ANEW
    return outcome is ReconsiderationOutcome.REVOKED


def _reconsideration_filed(current: Case, event: events.ReconsiderationFiled) -> Case:
    return replace(current, under_reconsideration=event.in_time)


def _reconsideration_decided(current: Case, event: events.ReconsiderationDecided) -> Case:
    falls = no_longer_stands(current, event.outcome)
    return replace(
        current,
        under_reconsideration=False,
        ordered_anew=event.outcome in _ANEW,
        deferred_until=None if falls else current.deferred_until,
        decision_no=None if falls else current.decision_no,
    )


def _reopened(current: Case, event: events.CaseReopened) -> Case:
    """Begins the review anew, by other officers. What was recorded stays in the history."""
    concerned = {current.accepted_by, current.reviewer, current.decided_by}
    return replace(
        current,
        accepted_on=event.accepted_on,
        clock=Running(event.decide_by),
        handler=None,
        reviewer=None,
        handed_back_by=None,
        barred_reviewers=current.barred_reviewers.union(filter(None, concerned)),
        checks={},
        from_register=frozenset(),
        consulted_at=None,
        overridden=frozenset(),
        ordered_anew=False,
        decided_on=None,
        decided_by=None,
        reconsider_by=None,
        document_no=None,
        old_document_settled=False,
        posts=0,
    )


EFFECTS: Final[tuple[Effect[Case, Any], ...]] = (
    Effect(events.ReconsiderationFiled, change=_reconsideration_filed),
    Effect(events.ReconsiderationDecided, change=_reconsideration_decided),
    Effect(events.CaseReopened, to=Stage.ACCEPTED, change=_reopened),
    Effect(events.DecisionRevoked, to=Stage.REFUSED, change=decided_against),
)
