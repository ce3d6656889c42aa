"""Why a command to a case is not carried out: the reasons that several chapters give.

What the citizen could appeal is an event instead (``CaseRefused``, ``NotAccepted``).
"""

from collections.abc import Collection
from dataclasses import dataclass

from domain.refusal import Conflict, Invalid
from domain.services.checks import REFUSALS


@dataclass(kw_only=True)
class PaymentDiffers(Invalid):
    expected_fen: int


@dataclass(kw_only=True)
class ReasonUnknown(Invalid):
    codes: list[str]


@dataclass(kw_only=True)
class PickupOfficeClosed(Invalid):
    office: str


@dataclass(kw_only=True)
class OfficeUnknown(Invalid):
    office: str


@dataclass(kw_only=True)
class OfficeWithoutPower(Invalid):
    """Vehicle business stays with the office of registration (124 art. 44)."""

    office: str


@dataclass(kw_only=True)
class WindowClosed(Conflict):
    """A suspended office has no window business, green-channel cases excepted."""

    office: str


def refuse_unknown(codes: Collection[str]) -> None:
    """Raise :class:`ReasonUnknown` for a reason that has no text for the citizen."""
    if unknown := sorted(set(codes) - REFUSALS.keys()):
        raise ReasonUnknown(codes=unknown)
