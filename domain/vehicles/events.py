"""Events about a vehicle. These names and fields are stored for ever.

``case`` is the case from whose outcome a change follows.
"""

from datetime import date
from uuid import UUID

from domain.message import Event
from domain.register.vehicle import VehicleRecord


class VehicleEvent(Event, frozen=True, kw_only=True):
    """Something that happened to a vehicle in the register."""


class VehicleEntered(VehicleEvent, frozen=True, kw_only=True):
    """Its record was entered as a whole, in the place of any that was there before."""

    record: VehicleRecord
    entered_on: date


class OwnerContactFiled(VehicleEvent, frozen=True, kw_only=True):
    """A new contact of the owner was filed (124 art. 17). It is sealed in a part of the case."""

    case: UUID
    part: str


class VehicleDocumentReissued(VehicleEvent, frozen=True, kw_only=True):
    """A document was made anew by a service. The one before it is void."""

    case: UUID
    service: str
    issued_on: date


class TempPlateRegistered(VehicleEvent, frozen=True, kw_only=True):
    """A temporary plate was issued. ``counted`` is towards the three of 124 art. 46."""

    case: UUID
    issued_on: date
    valid_to: date
    counted: bool


class TempPlateExpired(VehicleEvent, frozen=True, kw_only=True):
    """The temporary plate that was good up to this day is void."""

    valid_to: date


class InspectionValidityExtended(VehicleEvent, frozen=True, kw_only=True):
    """The inspection mark is good up to this day, without an inspection (124 art. 49)."""

    case: UUID
    inspected_until: date


class InspectionLapsed(VehicleEvent, frozen=True, kw_only=True):
    """The inspection mark was good up to this day, and no other one followed (RTSR art. 16)."""

    inspected_until: date
