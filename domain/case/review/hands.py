"""How a case under review goes from hand to hand, so that nobody's absence stops it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from domain.aggregate import Decision
from domain.case.by_rank import officers_decide
from domain.case.parties import interests
from domain.case.review import commands, events
from domain.case.review.assignment import is_free, is_taken
from domain.case.review.refusals import AlreadyReviewing, OfficerBarred
from domain.case.review.who import party_to_the_loan, reviewer_himself
from domain.case.roles import LEADERS, OFFICERS, SYSTEM
from domain.case.stage import UNDECIDED, UNDER_REVIEW
from domain.case.state import Case, Loan
from domain.case.vocabulary import CaseEvent
from domain.circumstances import Circumstances
from domain.conflict import OfficialAct, barring
from domain.people import Actor, Role


def assign(current: Case, command: commands.AssignCase, at: Circumstances) -> Sequence[CaseEvent]:
    """Whoever was named first stays. What somebody has handed back goes to another one."""
    if current.handler is not None or command.handler == current.handed_back_by:
        return []
    _keeps_clear(command.handler, "/handler", current, at)
    return [events.CaseAssigned(handler=command.handler)]


def _waits_for_a_handler(current: Case) -> bool:
    return officers_decide(current) and is_free(current)


def hand_back(
    current: Case, command: commands.HandBackCase, at: Circumstances
) -> Sequence[CaseEvent]:
    return [events.CaseHandedBack(officer=at.by.person)]


def reassign(
    current: Case, command: commands.ReassignCase, at: Circumstances
) -> Sequence[CaseEvent]:
    _may_have_it(command.to, current, at)
    return [events.CaseReassigned(to=command.to, reason=command.reason, note=command.note)]


def lend(current: Case, command: commands.LendCase, at: Circumstances) -> Sequence[CaseEvent]:
    """A loan takes the place of the one before."""
    _may_have_it(command.to, current, at)
    if current.lent == Loan(command.to, command.until):
        return []
    return [events.CaseLent(to=command.to, until=command.until)]


def end_loan(current: Case, command: commands.EndLoan, at: Circumstances) -> Sequence[CaseEvent]:
    return [events.LoanEnded()]


def _may_have_it(officer: str | None, current: Case, at: Circumstances) -> None:
    """Whoever must not review it cannot be made to."""
    if officer is None:
        return
    if officer == current.reviewer:
        raise AlreadyReviewing(officer=officer)
    _keeps_clear(officer, "/to", current, at)


def _keeps_clear(officer: str, pointer: str, current: Case, at: Circumstances) -> None:
    himself = replace(at, by=Actor(Role.CLERK, officer), id_indexes=frozenset())
    if relation := barring(OfficialAct.DECIDE, interests(current), himself):
        raise OfficerBarred(pointer=pointer, officer=officer, relation=relation)


HANDS: Final[tuple[Decision[Case, Any], ...]] = (
    Decision(
        commands.AssignCase,
        at=UNDECIDED,
        by=SYSTEM,
        decide=assign,
        when=_waits_for_a_handler,
    ),
    Decision(
        commands.HandBackCase,
        at=UNDER_REVIEW,
        by=OFFICERS,
        decide=hand_back,
        when=is_taken,
        who=reviewer_himself,
    ),
    Decision(commands.ReassignCase, at=UNDER_REVIEW, by=LEADERS, decide=reassign, when=is_taken),
    Decision(commands.LendCase, at=UNDER_REVIEW, by=LEADERS, decide=lend, when=is_taken),
    Decision(
        commands.EndLoan,
        at=UNDER_REVIEW,
        by=OFFICERS,
        decide=end_loan,
        when=lambda case: case.lent is not None,
        who=party_to_the_loan,
    ),
)
