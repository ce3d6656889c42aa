"""The port behind which the register stands: our own aggregates, or a system elsewhere."""

from datetime import datetime
from typing import Protocol
from uuid import UUID

import msgspec

from domain.register.changes import AnyChange
from domain.register.learner_permit import LearnerPermitRecord
from domain.register.licence import LicenceRecord
from domain.register.vehicle import VehicleRecord


class RegisterAway(Exception):
    """The register does not answer. Whoever asked waits, and nothing is decided meanwhile."""


class Inquiry(msgspec.Struct, frozen=True, kw_only=True):
    """Whom and what is asked about, in the clear, so it is never stored and never shown."""

    id_no: str
    plate: str | None = None
    vin: str | None = None
    licence_no: str | None = None

    def __repr__(self) -> str:
        return "Inquiry()"


class RegisterExtract(msgspec.Struct, frozen=True, kw_only=True):
    """What the register has, and the instant at which it had it. None means unknown there."""

    at: datetime
    vehicle: VehicleRecord | None = None
    licence: LicenceRecord | None = None
    permit: LearnerPermitRecord | None = None


class OrderedChanges(msgspec.Struct, frozen=True, kw_only=True):
    """Changes that follow from a case. The same ``id`` is carried out once."""

    id: UUID
    case: UUID
    about: Inquiry
    changes: tuple[AnyChange, ...]


class RegisterPort(Protocol):
    """Where the records of vehicles and licences are asked for."""

    async def ask(self, inquiry: Inquiry) -> RegisterExtract:
        """Raises :class:`RegisterAway` when the register does not answer."""
        ...
