"""Commands to a vehicle. The register gives them itself, by what becomes of cases."""

from uuid import UUID

from domain.message import Command
from domain.register.changes import AnyChange, Registrant
from domain.register.vehicle import VehicleRecord


class VehicleCommand(Command, frozen=True, kw_only=True):
    """A request about a vehicle of the register."""


class EnterVehicle(VehicleCommand, frozen=True, kw_only=True):
    """Enter a record as a whole, as a registration or another register hands it over."""

    record: VehicleRecord


class ChangeVehicle(VehicleCommand, frozen=True, kw_only=True):
    """Carry out what the outcome of a case changes. All of it is carried out, or nothing.

    ``registrant`` is named where the vehicle gets an owner.
    """

    case: UUID
    changes: tuple[AnyChange, ...]
    registrant: Registrant | None = None
