"""The reasons, given by several chapters, for which a command to a case is not carried out.

A decision that the citizen could appeal is an event instead (``CaseRefused``, ``NotAccepted``).
"""

from collections.abc import Collection
from dataclasses import dataclass

from domain.refusal import Conflict, Invalid
from domain.services.catalogue import REFUSALS


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
    """A closed office has no window business, except for cases of the green channel."""

    office: str


def refuse_unknown(codes: Collection[str]) -> None:
    """Raises :class:`ReasonUnknown` for a reason that has no text for the citizen."""
    if unknown := sorted(set(codes) - REFUSALS.keys()):
        raise ReasonUnknown(codes=unknown)
