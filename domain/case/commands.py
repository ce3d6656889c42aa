"""Commands to a case: requests, never stored, each answered with events or a refusal.

Officers' and applicants' commands are decoded from HTTP bodies as they stand
here: unknown fields are refused and lengths are limited by the declaration.
A ``note`` is sealed before the decision sees it.
"""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

import msgspec

from domain.case.events import Defect
from domain.case.reasons import (
    CheckSource,
    FailedDelivery,
    GreenKind,
    Hold,
    OldDocument,
    OnSiteReason,
    PaymentFailure,
    ReconsiderationOutcome,
    ReopeningCause,
    ScanStatus,
    TransferReason,
)
from domain.message import Command
from domain.services.facts import Facts, Paper

Code = Annotated[str, msgspec.Meta(min_length=1, max_length=40, pattern=r"^[A-Za-z0-9_.-]+$")]
Codes = Annotated[tuple[Code, ...], msgspec.Meta(min_length=1, max_length=20)]
Note = Annotated[str, msgspec.Meta(min_length=1, max_length=2000)]
Fen = Annotated[int, msgspec.Meta(ge=0, le=1_000_000)]
RegionCode = Annotated[str, msgspec.Meta(pattern=r"^41[0-9]{4}$")]


class CaseCommand(Command, frozen=True, kw_only=True):
    """A request to a case."""


class SubmitCase(CaseCommand, frozen=True, kw_only=True):
    """A form that has been read, split and sealed (:mod:`domain.submission.sealing`)."""

    office: str
    reference: str
    facts: Facts
    key_id: UUID
    sealed: dict[str, str]
    claim: UUID
    id_no_index: bytes
    plate_index: bytes | None = None
    vin_index: bytes | None = None
    licence_index: bytes | None = None

    @property
    def service(self) -> str:
        return self.facts.service


class RecordPayment(CaseCommand, frozen=True, kw_only=True):
    amount_fen: Fen


class RecordPaymentFailure(CaseCommand, frozen=True, kw_only=True):
    reason: PaymentFailure


class AcceptCase(CaseCommand, frozen=True, kw_only=True):
    """Take the application on; the statutory clock starts."""


class DeclineAcceptance(CaseCommand, frozen=True, kw_only=True):
    codes: Codes
    right_office: Code | None = None
    note: Note | None = None


class RequestCorrection(CaseCommand, frozen=True, kw_only=True):
    defects: Annotated[tuple[Defect, ...], msgspec.Meta(min_length=1, max_length=40)]
    note: Note | None = None


class SupplyCorrection(CaseCommand, frozen=True, kw_only=True):
    papers: Annotated[tuple[Paper, ...], msgspec.Meta(max_length=20)] = ()
    sealed: dict[str, str] = {}


class MoveToOnSite(CaseCommand, frozen=True, kw_only=True):
    reason: OnSiteReason


class RecordOnSiteVisit(CaseCommand, frozen=True, kw_only=True):
    """The applicant came to the window with the papers."""


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


class OrderProduction(CaseCommand, frozen=True, kw_only=True):
    """Have the plates or the document made."""


class RecordProduction(CaseCommand, frozen=True, kw_only=True):
    document_no: Annotated[str, msgspec.Meta(pattern=r"^[A-Z0-9]{6,20}$")]


class SettleOldDocument(CaseCommand, frozen=True, kw_only=True):
    how: OldDocument


class HandToPost(CaseCommand, frozen=True, kw_only=True):
    item_no: Annotated[str, msgspec.Meta(min_length=13, max_length=13)]


class RecordScan(CaseCommand, frozen=True, kw_only=True):
    status: ScanStatus
    place: RegionCode
    scanned_at: Annotated[datetime, msgspec.Meta(tz=True)]


class RecordFailedDelivery(CaseCommand, frozen=True, kw_only=True):
    reason: FailedDelivery


class RecordDelivery(CaseCommand, frozen=True, kw_only=True):
    """``id_seen``: the recipient signed in person against his own ID card."""

    id_seen: bool
    collected_fen: Fen = 0


class RecordReturn(CaseCommand, frozen=True, kw_only=True):
    """The parcel is back at the office."""


class RequestRepost(CaseCommand, frozen=True, kw_only=True):
    sealed: dict[str, str]
    destination_region: RegionCode


class ChangeToPickup(CaseCommand, frozen=True, kw_only=True):
    office: Code


class ChangeToPost(CaseCommand, frozen=True, kw_only=True):
    sealed: dict[str, str]
    destination_region: RegionCode


class RecordPickup(CaseCommand, frozen=True, kw_only=True):
    id_seen: bool
    collected_fen: Fen = 0


class CloseCase(CaseCommand, frozen=True, kw_only=True):
    """Close a delivered case once the old document and the fee are settled."""


class WithdrawCase(CaseCommand, frozen=True, kw_only=True):
    """Free before acceptance; afterwards a request to the office."""


class GrantWithdrawal(CaseCommand, frozen=True, kw_only=True):
    """Let the applicant's withdrawal stand."""


class DenyWithdrawal(CaseCommand, frozen=True, kw_only=True):
    """Go on with the case."""


class RequestGreenChannel(CaseCommand, frozen=True, kw_only=True):
    kind: GreenKind


class GrantGreenChannel(CaseCommand, frozen=True, kw_only=True):
    """Give the case priority; no check is skipped."""


class DenyGreenChannel(CaseCommand, frozen=True, kw_only=True):
    """Leave the case in the ordinary order."""


class TransferCase(CaseCommand, frozen=True, kw_only=True):
    to_office: Code
    reason: TransferReason


class SetHold(CaseCommand, frozen=True, kw_only=True):
    kind: Hold


class ReleaseHold(CaseCommand, frozen=True, kw_only=True):
    kind: Hold


class ExtendDeadline(CaseCommand, frozen=True, kw_only=True):
    to: date
    relief: Code


class FileReconsideration(CaseCommand, frozen=True, kw_only=True):
    """Ask the reconsideration organ to look at the decision again."""


class RecordReconsiderationDecision(CaseCommand, frozen=True, kw_only=True):
    outcome: ReconsiderationOutcome


class ReopenCase(CaseCommand, frozen=True, kw_only=True):
    cause: ReopeningCause


class RevokeDecision(CaseCommand, frozen=True, kw_only=True):
    codes: Codes
