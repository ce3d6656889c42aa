"""Events of this chapter. These names and fields are stored for ever."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from domain.case.review.reasons import CheckSource, ReassignmentReason
from domain.case.review.words import LENT_TO, LENT_UNTIL, REASSIGNED_TO
from domain.case.vocabulary import CaseEvent
from domain.hidden import HIDDEN
from domain.register.changes import AnyChange, Registrant


class CaseAssigned(CaseEvent, frozen=True, kw_only=True):
    """The ``handler`` answers for it: he was on shift, and had the least to do of those who know
    such cases. Another officer may still begin the review, and then answers for it himself.
    """

    handler: str


class ReviewStarted(CaseEvent, frozen=True, kw_only=True):
    reviewer: str


class CaseHandedBack(CaseEvent, frozen=True, kw_only=True):
    """Its reviewer has given it up, and it waits for another one."""

    officer: str


class CaseReassigned(CaseEvent, frozen=True, kw_only=True):
    """A duty leader took it from its reviewer. Without ``to`` it waits for another one."""

    to: Annotated[str | None, REASSIGNED_TO]
    reason: ReassignmentReason
    note: str | None = None


class CaseLent(CaseEvent, frozen=True, kw_only=True):
    """Another officer acts for its absent reviewer, up to ``until`` and on that day too."""

    to: Annotated[str, LENT_TO]
    until: Annotated[date, LENT_UNTIL]


class LoanEnded(CaseEvent, frozen=True, kw_only=True):
    """It returned to its reviewer before the day."""


class CheckResultRecorded(CaseEvent, frozen=True, kw_only=True):
    """``as_of`` is the instant of the register's data, if they were looked up."""

    check: str
    passed: bool
    source: CheckSource
    as_of: datetime | None = None


class CheckOverridden(CaseEvent, frozen=True, kw_only=True):
    """A duty leader answers for a failed check: 特殊情况特殊办, special cases handled specially."""

    check: str
    note: str


class CaseApproved(CaseEvent, frozen=True, kw_only=True):
    """``replaces_nothing``: the document that will be made has no older one to be handed in."""

    officer: str
    decided_on: date
    deliver_by: date | None = None
    replaces_nothing: bool = False


class CaseRefused(CaseEvent, frozen=True, kw_only=True):
    officer: str
    decided_on: date
    codes: tuple[str, ...]
    reconsider_by: date
    sue_by: date
    refund_fen: int = 0
    note: str | None = None


class RecordChanged(CaseEvent, frozen=True, kw_only=True):
    """The register now shows what was applied for."""


class ResultRecorded(CaseEvent, frozen=True, kw_only=True):
    """What was decided stands in the case, and nothing in the register changes by it."""


class DeferralGranted(CaseEvent, frozen=True, kw_only=True):
    until: date


class DeferralRevoked(CaseEvent, frozen=True, kw_only=True):
    """The deferral was undone at the office, as the holder wished."""


class RegisterChangesOrdered(CaseEvent, frozen=True, kw_only=True):
    """What the outcome changes in the register, at the streams of the vehicle, the licence and the
    learner's permit. ``registrant`` owns the vehicle from now on, where it gets an owner.
    """

    changes: tuple[AnyChange, ...]
    vehicle: Annotated[UUID | None, HIDDEN] = None
    licence: Annotated[UUID | None, HIDDEN] = None
    permit: Annotated[UUID | None, HIDDEN] = None
    registrant: Annotated[Registrant | None, HIDDEN] = None


class TempPlateIssued(CaseEvent, frozen=True, kw_only=True):
    valid_to: date
