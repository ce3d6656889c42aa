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


class Inquiry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Whom and what is asked about, in the clear, so it is never stored and never shown.

    ``case`` asks for the records as if this case had changed nothing in them: it is decided anew.
    """

    id_no: str
    plate: str | None = None
    vin: str | None = None
    licence_no: str | None = None
    case: UUID | None = None

    def __repr__(self) -> str:
        return "Inquiry()"


class RegisterExtract(msgspec.Struct, frozen=True, kw_only=True):
    """What the register has, and the instant at which it had it. None means unknown there."""

    at: datetime
    vehicle: VehicleRecord | None = None
    licence: LicenceRecord | None = None
    permit: LearnerPermitRecord | None = None


class NewContact(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A contact in the clear, so it is never stored and never shown. What is None stays."""

    mobile: str | None = None
    email: str | None = None
    postcode: str | None = None
    address: str | None = None
    employer: str | None = None

    def __repr__(self) -> str:
        return "NewContact()"


class NamedMortgagee(msgspec.Struct, frozen=True, kw_only=True):
    """To whom a vehicle is mortgaged, in the clear, so it is never stored and never shown."""

    id_no: str
    name: str

    def __repr__(self) -> str:
        return "NamedMortgagee()"


class OrderedChanges(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Changes that follow from a case, told in the clear, so they are never stored and never shown.

    ``contact`` and ``mortgagee`` are there if they are among them.
    ``plate`` is the number that a vehicle gets by its registration or its transfer, behind its kind
    and a colon, while ``about`` names the one by which it is known.
    """

    case: UUID
    about: Inquiry
    changes: tuple[AnyChange, ...]
    contact: NewContact | None = None
    plate: str | None = None
    mortgagee: NamedMortgagee | None = None

    def __repr__(self) -> str:
        return "OrderedChanges()"


class RegisterPort(Protocol):
    """Where the records of vehicles and licences are asked for."""

    async def ask(self, inquiry: Inquiry) -> RegisterExtract:
        """Raises :class:`RegisterAway` when the register does not answer."""
        ...
