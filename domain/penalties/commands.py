"""Commands to a penalty decision."""

from datetime import date, timedelta
from typing import Annotated
from uuid import UUID

import msgspec

from domain.message import Command
from domain.penalties.reasons import ServiceManner
from domain.plausible import FromNow

ReceivedOn = Annotated[date, FromNow(timedelta(days=366), timedelta(0))]
"""The day on which somebody received a decision, which may be entered later."""
PaidOn = Annotated[date, FromNow(timedelta(days=31), timedelta(0))]
"""The day on which a bank took the money, which it tells within a month."""


class PenaltyCommand(Command, frozen=True, kw_only=True):
    """A request about a penalty decision."""


class ImposePenalty(PenaltyCommand, frozen=True, kw_only=True):
    """Put the decision of a case on record, and that it was received if it was at once."""

    decision_no: str
    office: str
    fine_fen: int
    online: bool
    case: UUID
    violation: UUID
    received_on: date | None = None
    manner: ServiceManner | None = None


class EnterPenalty(PenaltyCommand, frozen=True, kw_only=True):
    """Put a decision on record that was made and handed over on the road (RTSL art. 107)."""

    decision_no: Annotated[str, msgspec.Meta(pattern=r"^[0-9]{15,16}$")]
    office: str
    fine_fen: Annotated[int, msgspec.Meta(ge=0, le=500_000)]
    received_on: ReceivedOn


class ServePenalty(PenaltyCommand, frozen=True, kw_only=True):
    """Note that the person received it."""

    received_on: date
    manner: ServiceManner


class PayFine(PenaltyCommand, frozen=True, kw_only=True):
    """Take what was paid in a case of this service, on the day for which it was asked."""

    case: UUID
    amount_fen: int
    paid_on: date
    receipt_no: str


class RecordFinePayment(PenaltyCommand, frozen=True, kw_only=True):
    """Note that the fine was paid at a bank, as its receipt shows."""

    paid_on: PaidOn
    receipt_no: Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9-]{6,30}$")]


class RecordFineRefund(PenaltyCommand, frozen=True, kw_only=True):
    """Note that the treasury has given a fine back, as the bank has booked it."""

    refunded_on: PaidOn
    bank_reference: Annotated[str, msgspec.Meta(pattern=r"^[0-9A-Za-z-]{1,40}$")]


class RevokePenalty(PenaltyCommand, frozen=True, kw_only=True):
    """Let the decision stand no longer."""
