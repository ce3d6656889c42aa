"""What citizen and officer are told of a case, and what it has cost."""

from domain.case.state import Case
from projections.caseload import row as caseload
from projections.tracking import row as tracking


def told_the_same(case: Case, shown: tracking.Tracked, in_hand: caseload.InHand) -> None:
    """Both see the same day and the same stage, and the officer's row holds the whole case."""
    assert (shown.due_clock, shown.due_on) == (in_hand.due_clock, in_hand.due_on)
    assert shown.stage == in_hand.stage == case.stage
    assert in_hand.state == caseload.kept(case)


def nobody_pays_too_much(case: Case) -> None:
    """Nobody gets back more than he paid, and nobody owes less than nothing."""
    assert 0 <= case.refunded_fen <= case.paid_fen
    assert 0 <= case.refundable_fen <= case.paid_fen - case.refunded_fen
    assert case.payable_fen >= 0
