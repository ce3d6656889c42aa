"""Commands of this chapter."""

from domain.case.remedies.reasons import ReconsiderationOutcome, ReopeningCause
from domain.case.vocabulary import CaseCommand, Codes


class FileReconsideration(CaseCommand, frozen=True, kw_only=True):
    """Ask the reconsideration organ to look at the decision again."""


class RecordReconsiderationDecision(CaseCommand, frozen=True, kw_only=True):
    outcome: ReconsiderationOutcome


class ReopenCase(CaseCommand, frozen=True, kw_only=True):
    cause: ReopeningCause


class RevokeDecision(CaseCommand, frozen=True, kw_only=True):
    codes: Codes
