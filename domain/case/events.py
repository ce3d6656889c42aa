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


class Event(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    tag=True,
    tag_field="type",
    omit_defaults=True,
    gc=False,
):
    """Something that happened. It is never refused and never changed."""


class Paper(msgspec.Struct, frozen=True, gc=False):
    """An upload by kind and SHA-256 (hex); the file itself is kept elsewhere.

    Both are checked by the form it comes from. To check them at every reading would take
    half of what a submission's bytes take to decode.
    """

    kind: str
    sha256: str


class Defect(msgspec.Struct, frozen=True, gc=False):
    """One thing to put right: ``where`` is the kind of a paper or a part such as ``/delivery``."""

    where: Annotated[str, msgspec.Meta(pattern=r"^/?[a-z0-9_]{1,40}$")]
    code: DefectCode


class CaseSubmitted(Event, frozen=True, kw_only=True):
    """``pay_by`` is set when payment must precede acceptance; the office's clocks then wait."""

    stage: Stage
    submitted_on: date
    service: str
    office: str
    reference: str
    channel: str
    user_kind: str
    capacity: str
    papers: tuple[Paper, ...]
    key_id: UUID
    sealed: dict[str, str]
    claim: UUID
    id_no_index: bytes
    plate_index: bytes | None = None
    vin_index: bytes | None = None
    licence_index: bytes | None = None
    plate_kind: str | None = None
    business: str | None = None
    reason: str | None = None
    plates_affected: str | None = None
    need_temp_plate: bool = False
    base_on: date | None = None
    requested_until: date | None = None
    mobile_verified: bool = False
    delivery_mode: str | None = None
    pickup_office: str | None = None
    destination_region: str | None = None
    payment_method: str | None = None
    fee_fen: int = 0
    postage_fen: int = 0
    pay_by: datetime | None = None
    accept_by: date | None = None
    correction_notice_by: date | None = None


class PaymentReceived(Event, frozen=True, kw_only=True):
    amount_fen: int
    accept_by: date
    correction_notice_by: date


class PaymentFailed(Event, frozen=True, kw_only=True):
    reason: PaymentFailure


class PaymentExpired(Event, frozen=True, kw_only=True):
    """Nobody paid within the payment hold."""


class CaseAccepted(Event, frozen=True, kw_only=True):
    officer: str
    accepted_on: date
    decide_by: date


class DeemedAccepted(Event, frozen=True, kw_only=True):
    """The office let the notice period pass, so the case counts from submission (ALL art. 32)."""

    accepted_on: date
    decide_by: date


class CorrectionRequested(Event, frozen=True, kw_only=True):
    defects: tuple[Defect, ...]
    reply_by: date
    note: str | None = None


class CorrectionSupplied(Event, frozen=True, kw_only=True):
    """``stage`` is where the case goes on; before acceptance the office's days begin anew."""

    stage: Stage
    papers: tuple[Paper, ...]
    sealed: dict[str, str] = {}
    accept_by: date | None = None
    correction_notice_by: date | None = None


class CorrectionExpired(Event, frozen=True, kw_only=True):
    refund_fen: int = 0


class NotAccepted(Event, frozen=True, kw_only=True):
    officer: str
    codes: tuple[str, ...]
    reconsider_by: date
    sue_by: date
    right_office: str | None = None
    refund_fen: int = 0
    note: str | None = None


class MovedToOnSite(Event, frozen=True, kw_only=True):
    reason: OnSiteReason


class OnSiteVisitRecorded(Event, frozen=True, kw_only=True):
    officer: str


class ReviewStarted(Event, frozen=True, kw_only=True):
    reviewer: str


class CheckResultRecorded(Event, frozen=True, kw_only=True):
    check: str
    passed: bool
    source: CheckSource


class CheckOverridden(Event, frozen=True, kw_only=True):
    """A duty leader answers for a failed check (article: special cases, special handling)."""

    check: str
    note: str


class CaseApproved(Event, frozen=True, kw_only=True):
    officer: str
    decided_on: date
    deliver_by: date | None = None


class CaseRefused(Event, frozen=True, kw_only=True):
    officer: str
    decided_on: date
    codes: tuple[str, ...]
    reconsider_by: date
    sue_by: date
    refund_fen: int = 0
    note: str | None = None


class RecordChanged(Event, frozen=True, kw_only=True):
    """The register now shows what was applied for."""


class DeferralGranted(Event, frozen=True, kw_only=True):
    until: date


class DeferralRevoked(Event, frozen=True, kw_only=True):
    """Undone at the office at the holder's wish."""


class TempPlateIssued(Event, frozen=True, kw_only=True):
    valid_to: date


class ProductionOrdered(Event, frozen=True, kw_only=True):
    """The plates or the document are being made."""


class DocumentProduced(Event, frozen=True, kw_only=True):
    """``document_no`` is the serial of the blank; ``keep_until`` is set for pick-up."""

    stage: Stage
    document_no: str
    hand_over_by: date | None = None
    keep_until: date | None = None


class OldPlateReturned(Event, frozen=True, kw_only=True):
    """The surviving plate is back at the office."""


class LossDeclared(Event, frozen=True, kw_only=True):
    """The owner answers for the loss of the old plate; it is void from now."""


class HandedToPost(Event, frozen=True, kw_only=True):
    item_no: str
    attempt: int
    expected_by: date


class ParcelScanned(Event, frozen=True, kw_only=True):
    status: ScanStatus
    place: str
    scanned_at: datetime


class DeliveryFailed(Event, frozen=True, kw_only=True):
    reason: FailedDelivery


class ParcelDelivered(Event, frozen=True, kw_only=True):
    delivered_on: date
    collected_fen: int = 0


class ParcelReturned(Event, frozen=True, kw_only=True):
    keep_until: date


class RepostRequested(Event, frozen=True, kw_only=True):
    sealed: dict[str, str]
    destination_region: str
    hand_over_by: date
    postage_fen: int = 0


class ChangedToPickup(Event, frozen=True, kw_only=True):
    office: str
    keep_until: date


class ChangedToPost(Event, frozen=True, kw_only=True):
    sealed: dict[str, str]
    destination_region: str
    hand_over_by: date
    postage_fen: int = 0


class PickedUp(Event, frozen=True, kw_only=True):
    officer: str
    collected_fen: int = 0


class PickupExpired(Event, frozen=True, kw_only=True):
    """Nobody came within the pick-up hold."""


class CaseClosed(Event, frozen=True, kw_only=True):
    """The document is with the citizen, the old one settled, the fee paid."""


class CaseWithdrawn(Event, frozen=True, kw_only=True):
    refund_fen: int = 0


class WithdrawalRequested(Event, frozen=True, kw_only=True):
    """After acceptance the citizen can only ask."""


class WithdrawalGranted(Event, frozen=True, kw_only=True):
    refund_fen: int = 0


class WithdrawalDenied(Event, frozen=True, kw_only=True):
    """The case goes on."""


class EscalationRequested(Event, frozen=True, kw_only=True):
    kind: GreenKind


class GreenChannelGranted(Event, frozen=True, kw_only=True):
    kind: GreenKind


class GreenChannelDenied(Event, frozen=True, kw_only=True):
    kind: GreenKind


class CaseTransferred(Event, frozen=True, kw_only=True):
    from_office: str
    to_office: str
    reason: TransferReason


class HoldSet(Event, frozen=True, kw_only=True):
    kind: Hold


class HoldReleased(Event, frozen=True, kw_only=True):
    """``keep_until`` is given anew where the hold had stopped a pick-up period."""

    kind: Hold
    keep_until: date | None = None


class ClockStopped(Event, frozen=True, kw_only=True):
    reason: StopReason
    days_left: int


class ClockRestarted(Event, frozen=True, kw_only=True):
    decide_by: date


class DeadlineExtended(Event, frozen=True, kw_only=True):
    """A relief moved the deadline the case now waits for, never to an earlier day."""

    clock: str
    old: date
    new: date
    relief: str


class ReconsiderationFiled(Event, frozen=True, kw_only=True):
    in_time: bool


class ReconsiderationDecided(Event, frozen=True, kw_only=True):
    outcome: ReconsiderationOutcome


class CaseReopened(Event, frozen=True, kw_only=True):
    """A case that had not been accepted counts as accepted from now."""

    cause: ReopeningCause
    accepted_on: date
    decide_by: date


class DecisionRevoked(Event, frozen=True, kw_only=True):
    """Obtained by fraud: the document is void and a ban starts (RTSR art. 103)."""

    officer: str
    codes: tuple[str, ...]
    banned_until: date
    reconsider_by: date
    sue_by: date


class CaseLapsed(Event, frozen=True, kw_only=True):
    clock: str
    refund_fen: int = 0


CaseEvent = (
    CaseSubmitted
    | PaymentReceived
    | PaymentFailed
    | PaymentExpired
    | CaseAccepted
    | DeemedAccepted
    | CorrectionRequested
    | CorrectionSupplied
    | CorrectionExpired
    | NotAccepted
    | MovedToOnSite
    | OnSiteVisitRecorded
    | ReviewStarted
    | CheckResultRecorded
    | CheckOverridden
    | CaseApproved
    | CaseRefused
    | RecordChanged
    | DeferralGranted
    | DeferralRevoked
    | TempPlateIssued
    | ProductionOrdered
    | DocumentProduced
    | OldPlateReturned
    | LossDeclared
    | HandedToPost
    | ParcelScanned
    | DeliveryFailed
    | ParcelDelivered
    | ParcelReturned
    | RepostRequested
    | ChangedToPickup
    | ChangedToPost
    | PickedUp
    | PickupExpired
    | CaseClosed
    | CaseWithdrawn
    | WithdrawalRequested
    | WithdrawalGranted
    | WithdrawalDenied
    | EscalationRequested
    | GreenChannelGranted
    | GreenChannelDenied
    | CaseTransferred
    | HoldSet
    | HoldReleased
    | ClockStopped
    | ClockRestarted
    | DeadlineExtended
    | ReconsiderationFiled
    | ReconsiderationDecided
    | CaseReopened
    | DecisionRevoked
    | CaseLapsed
)
