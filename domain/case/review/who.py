"""Which officer may do it, beyond his role. The rows of the decisions name these rules.

They hold for people. A program does alone what is automatic, and holds no case. That whoever
accepted a case does not review it is said of everybody in :mod:`domain.conflict`.
"""

from domain.case.parties import interests
from domain.case.rest import is_left_alone
from domain.case.review import commands
from domain.case.review.assignment import is_reviewer, loan_on, reviews
from domain.case.review.refusals import DutyLeaderRequired, NotTheReviewer
from domain.case.stage import Stage
from domain.case.state import Case
from domain.circumstances import Circumstances
from domain.conflict import OfficialAct, OtherOfficerRequired, keep_out
from domain.people import Role
from domain.refusal import NotAsThingsStand


def nobody_waits(current: Case, at: Circumstances) -> None:
    """A program does not go on with a case that rests, or that its applicant wishes to withdraw.

    Whoever has put it on hold, or is asked for the withdrawal, has the next word.
    """
    if at.by.role is Role.SYSTEM and is_left_alone(current):
        raise OtherOfficerRequired


def automatic_if_alone(current: Case, at: Circumstances) -> None:
    """A program decides what it has accepted itself, but only for a service that is automatic."""
    nobody_waits(current, at)
    if at.by.role is Role.SYSTEM and not at.catalogue[current.service].automatic:
        raise OtherOfficerRequired


def reviewer(current: Case, at: Circumstances) -> None:
    """A case in review is in the hands of one officer, and nobody else goes on with it."""
    if at.by.role is Role.SYSTEM or current.stage is not Stage.IN_REVIEW:
        return
    keep_out(OfficialAct.CHECK, interests(current), at)
    if not reviews(at.by, current, at.today):
        raise NotTheReviewer(reviewer=current.reviewer)


def approver(current: Case, at: Circumstances) -> None:
    """A duty leader approves what is urgent, or what he answers for, without reviewing it."""
    automatic_if_alone(current, at)
    if not (current.overridden or current.green):
        reviewer(current, at)
    elif at.by.role is not Role.SUPERVISOR:
        raise DutyLeaderRequired


def reviewer_himself(current: Case, at: Circumstances) -> None:
    """Only he gives it up. Whoever acts for him gives back what is lent."""
    if not is_reviewer(at.by, current):
        raise NotTheReviewer(reviewer=current.reviewer)


def party_to_the_loan(current: Case, at: Circumstances) -> None:
    """The duty leader who lends, the reviewer who is back, and whoever acts for him.

    A loan that is over has ended by itself.
    """
    loan = loan_on(current, at.today)
    if loan is None:
        raise NotAsThingsStand(command=commands.EndLoan.__name__)
    is_lent_to = at.by.person == loan.to
    if not (at.by.role is Role.SUPERVISOR or is_lent_to or is_reviewer(at.by, current)):
        raise NotTheReviewer(reviewer=current.reviewer)
