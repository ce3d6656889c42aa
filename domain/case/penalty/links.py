"""What a penalty means to the violation and to the decision on record, in the same instant."""

from collections.abc import Iterable

from domain.aggregate import Link
from domain.case.stage import FINAL, Stage
from domain.case.state import Case
from domain.circumstances import Circumstances
from domain.penalties.commands import ImposePenalty, PayFine, RevokePenalty, ServePenalty
from domain.penalties.penalty import PENALTY
from domain.penalties.state import penalty_named
from domain.violations.commands import (
    DecideViolation,
    DropViolation,
    ReleaseViolation,
    ShowViolationFacts,
)
from domain.violations.violation import VIOLATION


def penalty_links(before: Case, after: Case, at: Circumstances) -> Iterable[Link]:
    if after.violation:
        yield from _of_the_violation(before, after, at)
    if after.penalty and after.asked_fine and after.receipt_no and not before.receipt_no:
        pay = PayFine(
            case=at.stream,
            amount_fen=after.asked_fine.total_fen,
            paid_on=after.asked_fine.asked_on,
            receipt_no=after.receipt_no,
        )
        yield Link(PENALTY, after.penalty, pay)


def _of_the_violation(before: Case, after: Case, at: Circumstances) -> Iterable[Link]:
    """It is dealt with by this case until it is decided, and afterwards if the decision stands."""
    violation, case = after.violation, at.stream
    assert violation is not None
    if after.facts_shown and not before.facts_shown:
        yield Link(VIOLATION, violation, ShowViolationFacts(case=case))
    if after.decision_no and not before.decision_no:
        online = after.taken_in_by is None
        decide = DecideViolation(case=case, decision_no=after.decision_no, online=online)
        yield Link(VIOLATION, violation, decide)
        yield Link(PENALTY, penalty_named(after.decision_no), _imposed(after, at))
    elif after.decision_no and after.served_on and after.served_by and not before.served_on:
        serve = ServePenalty(received_on=after.served_on, manner=after.served_by)
        yield Link(PENALTY, penalty_named(after.decision_no), serve)
    if before.decision_no and not after.decision_no:
        yield Link(PENALTY, penalty_named(before.decision_no), RevokePenalty())
        yield Link(VIOLATION, violation, ReleaseViolation(case=case))
    if before.stage is Stage.DISPUTED and after.stage is Stage.COMPLETED:
        yield Link(VIOLATION, violation, DropViolation(case=case))
    elif before.facts_shown and before.stage not in FINAL and _ends_without(after):
        yield Link(VIOLATION, violation, ReleaseViolation(case=case))


def _ends_without(after: Case) -> bool:
    return after.stage in FINAL and after.stage is not Stage.COMPLETED


def _imposed(after: Case, at: Circumstances) -> ImposePenalty:
    assert after.decision_no is not None
    assert after.violation is not None
    return ImposePenalty(
        decision_no=after.decision_no,
        office=after.office,
        fine_fen=after.penalty_fen,
        online=after.taken_in_by is None,
        case=at.stream,
        violation=after.violation,
        received_on=after.served_on,
        manner=after.served_by,
    )
