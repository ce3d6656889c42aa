"""Why a command to an order is not carried out."""

from dataclasses import dataclass

from domain.refusal import Conflict, Invalid


@dataclass(kw_only=True)
class AmountDiffers(Invalid):
    """An order is paid whole, and exactly."""

    expected_fen: int


@dataclass(kw_only=True)
class OrderAlreadyPaid(Conflict):
    """The order is paid, so it does not expire, and the case goes on."""


@dataclass(kw_only=True)
class BankReferenceTaken(Conflict):
    """Under this reference the bank has booked another sum before."""

    booked_fen: int


@dataclass(kw_only=True)
class RefundUnknown(Conflict):
    """Nothing goes back under this reference, or another sum."""


@dataclass(kw_only=True)
class RefundOver(Conflict):
    """The bank has carried the refund out, under another reference or before."""
