"""In whose hands a case under review is: its reviewer's, or those of whom it is lent to."""

from datetime import date

from domain.case.state import Case, Loan
from domain.people import Actor


def is_free(current: Case) -> bool:
    """Whether it waits for a reviewer.

    A program holds no case. Whoever accepted a case does not review it, so a reviewer who did is
    a program.
    """
    return current.reviewer is None or current.reviewer == current.accepted_by


def is_taken(current: Case) -> bool:
    return not is_free(current)


def loan_on(current: Case, day: date) -> Loan | None:
    """The loan in force. It ends by itself after its last day."""
    return current.lent if current.lent and day <= current.lent.until else None


def is_reviewer(by: Actor, current: Case) -> bool:
    return by.person == current.reviewer and is_taken(current)


def reviews(by: Actor, current: Case, day: date) -> bool:
    """Whether it is in his hands on this day. While it is lent, it is in those of both."""
    loan = loan_on(current, day)
    return is_reviewer(by, current) or (loan is not None and by.person == loan.to)
