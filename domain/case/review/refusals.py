"""Why a command of this chapter is not carried out."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.refusal import Conflict, Forbidden, Invalid


@dataclass(kw_only=True)
class NotTheReviewer(Forbidden):
    """Only the reviewer of a case, or the officer to whom it is lent, goes on with it.

    ``reviewer`` is None while nobody has it. Then whoever starts the review gets it.
    """

    reviewer: str | None


@dataclass(kw_only=True)
class AlreadyReviewing(Conflict):
    """The officer has the case already, so it is neither given nor lent to him."""

    officer: str


@dataclass(kw_only=True)
class OfficerBarred(Invalid):
    """The officer who is named keeps out of the case. ``relation`` says what it is to him."""

    pointer: str
    officer: str
    relation: str


@dataclass(kw_only=True)
class CaseTaken(Conflict):
    """Somebody reviews the case already, so nobody else starts."""

    reviewer: str | None


@dataclass(kw_only=True)
class DutyLeaderRequired(Forbidden):
    """An overridden check or a green-channel case is approved by a duty leader."""


@dataclass(kw_only=True)
class CheckUnknown(Invalid):
    """The service has no such check. ``choices`` are those that it has."""

    check: str
    choices: list[str]


@dataclass(kw_only=True)
class CheckNotFailed(Conflict):
    check: str


@dataclass(kw_only=True)
class ChecksMissing(Conflict):
    checks: list[str]


@dataclass(kw_only=True)
class ChecksFailed(Conflict):
    checks: list[str]


@dataclass(kw_only=True)
class AnswerOutdated(Conflict):
    """What the register said is too old for an outcome, or older than a correction.

    The checker asks again by itself, as soon as the register answers.
    """

    as_of: datetime | None


@dataclass(kw_only=True)
class DeferralTooLong(Conflict):
    latest: date
