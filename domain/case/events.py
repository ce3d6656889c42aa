"""Events about a case, in the past tense.

These names and fields are stored for ever. Add a field with a default, or add
a new event; never rename or remove. ``tests/golden/events`` holds one stored
example of each, and must go on decoding.

Dates are office-local days and deadlines are inclusive; instants are UTC;
money is in fen. ``sealed`` values are field envelopes of :mod:`domain.vault`:
no personal data stands in an event in the clear.
"""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

import msgspec

from domain.case.reasons import (
    CheckSource,
    DefectCode,
    FailedDelivery,
    GreenKind,
    Hold,
    OnSiteReason,
    PaymentFailure,
    ReconsiderationOutcome,
    ReopeningCause,
    ScanStatus,
    StopReason,
    TransferReason,
)
from domain.case.stage import Stage
from domain.hidden import HIDDEN, SEALED
from domain.message import Event
from domain.services.catalogue import AnyFacts
from domain.services.choices import Channel
from domain.services.facts import Paper

Sealed = Annotated[dict[str, str], SEALED]
"""Parts of a form by name, each a field envelope of the vault."""


class CaseEvent(Event, frozen=True, kw_only=True):
    """Something that happened to a case."""


class Defect(msgspec.Struct, frozen=True, gc=False):
    """One thing to put right: ``where`` is the kind of a paper or a part such as ``/delivery``."""

    where: Annotated[str, msgspec.Meta(pattern=r"^/?[a-z0-9_]{1,40}$")]
    code: DefectCode


class CaseSubmitted(CaseEvent, frozen=True, kw_only=True):
    """``facts`` are those of the service, whose code they bear.

    ``pay_by`` is set when payment must precede acceptance; the office's clocks then wait.
    """

    stage: Stage
    submitted_on: date
    office: str
    reference: str
    facts: AnyFacts
    key_id: Annotated[UUID, HIDDEN]
    sealed: Sealed
    claim: Annotated[UUID, HIDDEN]
    id_no_index: Annotated[bytes, HIDDEN]
    plate_index: Annotated[bytes | None, HIDDEN] = None
    vin_index: Annotated[bytes | None, HIDDEN] = None
    licence_index: Annotated[bytes | None, HIDDEN] = None
    fee_fen: int = 0
    postage_fen: int = 0
    pay_by: datetime | None = None
    accept_by: date | None = None
    correction_notice_by: date | None = None

    @property
    def service(self) -> str:
        return self.facts.service

    @property
    def channel(self) -> Channel:
        return self.facts.channel


class PaymentReceived(CaseEvent, frozen=True, kw_only=True):
    amount_fen: int
    accept_by: date
    correction_notice_by: date


class PaymentFailed(CaseEvent, frozen=True, kw_only=True):
    reason: PaymentFailure


class PaymentExpired(CaseEvent, frozen=True, kw_only=True):
    """Nobody paid within the payment hold."""


class CaseAccepted(CaseEvent, frozen=True, kw_only=True):
    officer: str
    accepted_on: date
    decide_by: date


class DeemedAccepted(CaseEvent, frozen=True, kw_only=True):
    """The office let the notice period pass, so the case counts from submission (ALL art. 32)."""

    accepted_on: date
    decide_by: date


class CorrectionRequested(CaseEvent, frozen=True, kw_only=True):
    defects: tuple[Defect, ...]
    reply_by: date
    note: str | None = None


class CorrectionSupplied(CaseEvent, frozen=True, kw_only=True):
    """``stage`` is where the case goes on; before acceptance the office's days begin anew."""

    stage: Stage
    papers: tuple[Paper, ...]
    sealed: Sealed = {}
    accept_by: date | None = None
    correction_notice_by: date | None = None


class CorrectionExpired(CaseEvent, frozen=True, kw_only=True):
    refund_fen: int = 0


class NotAccepted(CaseEvent, frozen=True, kw_only=True):
    officer: str
    codes: tuple[str, ...]
    reconsider_by: date
    sue_by: date
    right_office: str | None = None
    refund_fen: int = 0
    note: str | None = None


class MovedToOnSite(CaseEvent, frozen=True, kw_only=True):
    reason: OnSiteReason


class OnSiteVisitRecorded(CaseEvent, frozen=True, kw_only=True):
    officer: str


class ReviewStarted(CaseEvent, frozen=True, kw_only=True):
    reviewer: str


class CheckResultRecorded(CaseEvent, frozen=True, kw_only=True):
    check: str
    passed: bool
    source: CheckSource


class CheckOverridden(CaseEvent, frozen=True, kw_only=True):
    """A duty leader answers for a failed check (article: special cases, special handling)."""

    check: str
    note: str


class CaseApproved(CaseEvent, frozen=True, kw_only=True):
    officer: str
    decided_on: date
    deliver_by: date | None = None


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


class DeferralGranted(CaseEvent, frozen=True, kw_only=True):
    until: date


class DeferralRevoked(CaseEvent, frozen=True, kw_only=True):
    """Undone at the office at the holder's wish."""


class TempPlateIssued(CaseEvent, frozen=True, kw_only=True):
    valid_to: date


class ProductionOrdered(CaseEvent, frozen=True, kw_only=True):
    """The plates or the document are being made."""


class DocumentProduced(CaseEvent, frozen=True, kw_only=True):
    """``document_no`` is the serial of the blank; ``keep_until`` is set for pick-up."""

    stage: Stage
    document_no: str
    hand_over_by: date | None = None
    keep_until: date | None = None


class OldPlateReturned(CaseEvent, frozen=True, kw_only=True):
    """The surviving plate is back at the office."""


class LossDeclared(CaseEvent, frozen=True, kw_only=True):
    """The owner answers for the loss of the old plate; it is void from now."""


class HandedToPost(CaseEvent, frozen=True, kw_only=True):
    item_no: str
    attempt: int
    expected_by: date


class ParcelScanned(CaseEvent, frozen=True, kw_only=True):
    status: ScanStatus
    place: str
    scanned_at: datetime


class DeliveryFailed(CaseEvent, frozen=True, kw_only=True):
    reason: FailedDelivery


class ParcelDelivered(CaseEvent, frozen=True, kw_only=True):
    delivered_on: date
    collected_fen: int = 0


class ParcelReturned(CaseEvent, frozen=True, kw_only=True):
    keep_until: date


class RepostRequested(CaseEvent, frozen=True, kw_only=True):
    sealed: Sealed
    destination_region: str
    hand_over_by: date
    postage_fen: int = 0


class ChangedToPickup(CaseEvent, frozen=True, kw_only=True):
    office: str
    keep_until: date


class ChangedToPost(CaseEvent, frozen=True, kw_only=True):
    sealed: Sealed
    destination_region: str
    hand_over_by: date
    postage_fen: int = 0


class PickedUp(CaseEvent, frozen=True, kw_only=True):
    officer: str
    collected_fen: int = 0


class PickupExpired(CaseEvent, frozen=True, kw_only=True):
    """Nobody came within the pick-up hold."""


class CaseClosed(CaseEvent, frozen=True, kw_only=True):
    """The document is with the citizen, the old one settled, the fee paid."""


class CaseWithdrawn(CaseEvent, frozen=True, kw_only=True):
    refund_fen: int = 0


class WithdrawalRequested(CaseEvent, frozen=True, kw_only=True):
    """After acceptance the citizen can only ask."""


class WithdrawalGranted(CaseEvent, frozen=True, kw_only=True):
    refund_fen: int = 0


class WithdrawalDenied(CaseEvent, frozen=True, kw_only=True):
    """The case goes on."""


class EscalationRequested(CaseEvent, frozen=True, kw_only=True):
    kind: GreenKind


class GreenChannelGranted(CaseEvent, frozen=True, kw_only=True):
    kind: GreenKind


class GreenChannelDenied(CaseEvent, frozen=True, kw_only=True):
    kind: GreenKind


class CaseTransferred(CaseEvent, frozen=True, kw_only=True):
    from_office: str
    to_office: str
    reason: TransferReason


class HoldSet(CaseEvent, frozen=True, kw_only=True):
    kind: Hold


class HoldReleased(CaseEvent, frozen=True, kw_only=True):
    """``keep_until`` is given anew where the hold had stopped a pick-up period."""

    kind: Hold
    keep_until: date | None = None


class ClockStopped(CaseEvent, frozen=True, kw_only=True):
    reason: StopReason
    days_left: int


class ClockRestarted(CaseEvent, frozen=True, kw_only=True):
    decide_by: date


class DeadlineExtended(CaseEvent, frozen=True, kw_only=True):
    """A relief moved the deadline the case now waits for, never to an earlier day."""

    clock: str
    old: date
    new: date
    relief: str


class ReconsiderationFiled(CaseEvent, frozen=True, kw_only=True):
    in_time: bool


class ReconsiderationDecided(CaseEvent, frozen=True, kw_only=True):
    outcome: ReconsiderationOutcome


class CaseReopened(CaseEvent, frozen=True, kw_only=True):
    """A case that had not been accepted counts as accepted from now."""

    cause: ReopeningCause
    accepted_on: date
    decide_by: date


class DecisionRevoked(CaseEvent, frozen=True, kw_only=True):
    """Obtained by fraud: the document is void and a ban starts (RTSR art. 103)."""

    officer: str
    codes: tuple[str, ...]
    banned_until: date
    reconsider_by: date
    sue_by: date


class CaseLapsed(CaseEvent, frozen=True, kw_only=True):
    clock: str
    refund_fen: int = 0
