"""Commands of this chapter. A ``note`` is sealed before the decision sees it."""

from domain.case.review.reasons import CheckSource
from domain.case.vocabulary import CaseCommand, Code, Codes, Note


class StartReview(CaseCommand, frozen=True, kw_only=True):
    """A second officer takes the case into review."""


class RecordCheck(CaseCommand, frozen=True, kw_only=True):
    check: Code
    passed: bool
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
