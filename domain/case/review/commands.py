"""Commands of this chapter. A ``note`` is sealed before the decision sees it."""

from datetime import date, timedelta
from typing import Annotated, Final

import msgspec

from domain.case.review.reasons import CheckSource, ReassignmentReason
from domain.case.review.words import LENT_TO, LENT_UNTIL, REASSIGNED_TO
from domain.case.vocabulary import CaseCommand, Code, Codes, Note
from domain.named_person import PERSON
from domain.plausible import FromNow

_PERSONAL_NUMBER: Final = r"(.*[^0-9])?([0-9]{17}[0-9Xx]|(86)?1[3-9][0-9]{9})([^0-9].*)?"
Officer = Annotated[
    str,
    msgspec.Meta(
        max_length=321,
        pattern=rf"^(?!{_PERSONAL_NUMBER}$)[A-Za-z0-9._-]{{1,64}}(@[!-~]{{1,256}})?$",
    ),
    PERSON,
]
"""The ``person`` of another actor. No number of a person is one."""

LentUntil = Annotated[date, FromNow(timedelta(0), timedelta(days=366))]


class AssignCase(CaseCommand, frozen=True, kw_only=True):
    """Name the officer who answers for a case that waits for its review."""

    handler: Officer


class StartReview(CaseCommand, frozen=True, kw_only=True):
    """A second officer takes the case into review."""


class HandBackCase(CaseCommand, frozen=True, kw_only=True):
    """Give the case up. It waits for another reviewer, and the checks on record stay."""


class ReassignCase(CaseCommand, frozen=True, kw_only=True):
    """Take the case from its reviewer and give it to ``to``, or back into the queue.

    A duty leader who names himself takes it over.
    """

    reason: ReassignmentReason
    to: Annotated[Officer | None, REASSIGNED_TO] = None
    note: Note | None = None


class LendCase(CaseCommand, frozen=True, kw_only=True):
    """Let ``to`` act for an absent reviewer, up to a day. Then the case returns by itself."""

    to: Annotated[Officer, LENT_TO]
    until: Annotated[LentUntil, LENT_UNTIL]


class EndLoan(CaseCommand, frozen=True, kw_only=True):
    """Let the case return to its reviewer before the day."""


class RecordCheck(CaseCommand, frozen=True, kw_only=True):
    check: Code
    passed: bool
    source: CheckSource = CheckSource.REGISTER


class CheckResult(msgspec.Struct, frozen=True, gc=False):
    """Whether a check, by its code, was passed."""

    check: Code
    passed: bool


class RecordChecks(CaseCommand, frozen=True, kw_only=True):
    """Record the results of several checks at once. All are recorded, or none is."""

    results: Annotated[tuple[CheckResult, ...], msgspec.Meta(min_length=1, max_length=20)]
    source: CheckSource = CheckSource.REGISTER


class OverrideCheck(CaseCommand, frozen=True, kw_only=True):
    check: Code
    note: Note


class ApproveCase(CaseCommand, frozen=True, kw_only=True):
    """Decide in the applicant's favour."""


class RefuseCase(CaseCommand, frozen=True, kw_only=True):
    codes: Codes
    note: Note | None = None


class RevokeDeferral(CaseCommand, frozen=True, kw_only=True):
    """Undo a granted deferral at the holder's wish."""
