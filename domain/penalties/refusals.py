"""Why a command to a penalty decision is not carried out."""

from dataclasses import dataclass
from datetime import date

from domain.refusal import Conflict, Invalid


@dataclass(kw_only=True)
class FineAmountDiffers(Conflict):
    """A fine is paid whole, with what is added on the day."""

    expected_fen: int


@dataclass(kw_only=True)
class PaidBeforeReceived(Invalid):
    """Nobody pays a fine before its decision has reached him."""

    received_on: date | None


@dataclass(kw_only=True)
class RefundedBeforeRevoked(Invalid):
    """Nobody gives a fine back before its decision has fallen."""

    revoked_on: date | None


@dataclass(kw_only=True)
class DecisionNumberDiffers(Invalid):
    """The decision in the address has another number."""
