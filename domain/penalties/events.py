"""Events about a penalty decision. These names and fields are stored for ever. Money is in fen."""

from datetime import date
from typing import Annotated
from uuid import UUID

from domain.hidden import HIDDEN
from domain.message import Event
from domain.penalties.reasons import ServiceManner
from domain.penalties.state import PenaltyStage


class PenaltyEvent(Event, frozen=True, kw_only=True):
    """Something that happened to a penalty decision."""

    decision_no: str


class PenaltyImposed(PenaltyEvent, frozen=True, kw_only=True):
    """The decision was made, in ``case`` and for ``violation`` if it was made here.

    A fine of 0 is a warning. ``online``: nobody came to a window for it.
    """

    office: str
    fine_fen: int
    decided_on: date
    online: bool = False
    case: UUID | None = None
    violation: Annotated[UUID | None, HIDDEN] = None


class PenaltyServed(PenaltyEvent, frozen=True, kw_only=True):
    """The person received it on this day. The fine is to be paid by ``pay_by`` (RTSL art. 108).

    Of a warning nothing is to be paid, so there is no such day.
    """

    stage: PenaltyStage
    received_on: date
    manner: ServiceManner
    pay_by: date | None = None


class FinePaid(PenaltyEvent, frozen=True, kw_only=True):
    """The fine was paid, with what was added because it was late (RTSL art. 109).

    ``online``: it was paid in ``case``, a payment of a fine. Otherwise the bank told of it.
    """

    fine_fen: int
    additional_fen: int
    paid_on: date
    receipt_no: str
    online: bool
    case: UUID | None = None
    violation: Annotated[UUID | None, HIDDEN] = None


class PenaltyRevoked(PenaltyEvent, frozen=True, kw_only=True):
    """The decision no longer stands. What was paid goes back (ARL art. 28).

    The order of the case ``paid_in`` gives it back, the way it came. What was paid at a bank and
    in no case the treasury gives back.
    """

    revoked_on: date
    refund_fen: int = 0
    paid_in: UUID | None = None


class FineRefunded(PenaltyEvent, frozen=True, kw_only=True):
    """The treasury has given back what was paid at a bank, under a reference of the bank."""

    amount_fen: int
    refunded_on: date
    bank_reference: str
