"""The reasons, given by several chapters, for which a command to a case is not carried out.

A decision that the citizen could appeal is an event instead (``CaseRefused``, ``NotAccepted``).
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from domain.offices.office import CASEWORK_KINDS
from domain.offices.tree import OFFICES
from domain.refusal import Conflict, Invalid
from domain.services.service import Service


@dataclass(kw_only=True)
class PaymentDiffers(Invalid):
    expected_fen: int


@dataclass(kw_only=True)
class ReasonUnknown(Invalid):
    """The service knows no such reason. ``choices`` are those that it knows."""

    codes: list[str]
    choices: list[str]


@dataclass(kw_only=True)
class PickupOfficeClosed(Invalid):
    """``choices`` are the counters of the prefecture that hand out documents today."""

    office: str
    choices: list[str]


@dataclass(kw_only=True)
class OfficeUnknown(Invalid):
    office: str


@dataclass(kw_only=True)
class OfficeWithoutPower(Invalid):
    """Vehicle business stays with the office of registration (124 art. 44).

    ``choices`` are the offices of its prefecture that could do it.
    """

    office: str
    choices: list[str]


@dataclass(kw_only=True)
class OfficeWithoutCasework(Invalid):
    """An office of this kind decides no application, so nobody there could go on with it."""

    office: str


@dataclass(kw_only=True)
class WindowClosed(Conflict):
    """A closed office has no window business, except for cases of the green channel."""

    office: str


def refuse_unknown(codes: Collection[str], service: Service[Any]) -> None:
    """Raises :class:`ReasonUnknown` for a reason that cannot hold of the service."""
    if unknown := sorted(set(codes).difference(service.reasons)):
        raise ReasonUnknown(codes=unknown, choices=[*service.reasons])


def refuse_idle(office: str) -> None:
    """Raises a refusal for an office that there is not, or where nobody decides anything."""
    if office not in OFFICES:
        raise OfficeUnknown(office=office)
    if OFFICES[office].kind not in CASEWORK_KINDS:
        raise OfficeWithoutCasework(office=office)
