"""Commands to a plate number. Cases and vehicles give them, by what becomes of them."""

from datetime import datetime
from uuid import UUID

from domain.identifiers.plate import PlateKind
from domain.message import Command


class NumberCommand(Command, frozen=True, kw_only=True):
    """A request of a case, or of the vehicle itself."""

    case: UUID
    prefix: str | None = None
    plate_kind: PlateKind | None = None


class OfferNumber(NumberCommand, frozen=True, kw_only=True):
    """Offer it to whoever chooses in the case, up to and including an instant."""

    until: datetime


class ReserveNumber(NumberCommand, frozen=True, kw_only=True):
    """Reserve it for the registration of the ``vehicle`` by its ``owner``."""

    vehicle: UUID
    owner: bytes


class ReleaseReservation(NumberCommand, frozen=True, kw_only=True):
    """Let go what the case has reserved."""


class TakeNumber(NumberCommand, frozen=True, kw_only=True):
    """Take it for the ``vehicle``, to which a window is about to give it.

    ``owner`` is the index of whoever owns the vehicle then.
    """

    vehicle: UUID
    owner: bytes | None = None


class IssueNumber(NumberCommand, frozen=True, kw_only=True):
    """Record that the ``vehicle`` bears it. That is a fact, so nothing is refused."""

    vehicle: UUID


class GiveUpNumber(NumberCommand, frozen=True, kw_only=True):
    """Let the number of the ``vehicle`` go. It is kept for its ``owner`` if he is named."""

    vehicle: UUID
    owner: bytes | None = None
