"""Events about a vehicle. These names and fields are stored for ever.

``case`` is the case from whose outcome a change follows.
"""

from datetime import date
from typing import Annotated, TypeAlias
from uuid import UUID

from domain.clocks.clock import Clock
from domain.hidden import HIDDEN
from domain.identifiers.plate import PlateKind
from domain.message import Event
from domain.register.changes import AnyChange
from domain.register.document import VoidDocument
from domain.register.vehicle import (
    Alteration,
    DeregistrationGround,
    Energy,
    UseNature,
    VehicleRecord,
)


class VehicleEvent(Event, frozen=True, kw_only=True):
    """Something that happened to a vehicle in the register."""


class VehicleEntered(VehicleEvent, frozen=True, kw_only=True):
    """Its record was entered as a whole, in the place of any that was there before."""

    record: VehicleRecord
    entered_on: date


class RegistrationEntered(VehicleEvent, frozen=True, kw_only=True):
    """It was registered for the first time (124 art. 7), and its owner's contact is in his case.

    What was issued for it before stays on record, and is no part of this ``record``.
    """

    case: UUID
    record: VehicleRecord


class OwnershipTransferred(VehicleEvent, frozen=True, kw_only=True):
    """It has another owner (124 art. 18), whose contact is sealed in a part of his own case.

    So nothing that the owner before him had filed is reached any more, and erasing one of them
    leaves the other. ``plate_kind`` and ``plate_no_index`` are of the number that it got with him
    (124 art. 19), for which the plates and the driving permit of the number before were taken in.
    """

    case: UUID
    transferred_on: date
    owner_index: Annotated[bytes, HIDDEN]
    owner_name_index: Annotated[bytes, HIDDEN]
    use: UseNature
    plate_kind: PlateKind | None = None
    plate_no_index: Annotated[bytes | None, HIDDEN] = None


class VehiclePlatesExchanged(VehicleEvent, frozen=True, kw_only=True):
    """It got a number of another kind (124 art. 44), and its plates and permit were taken in."""

    case: UUID
    exchanged_on: date
    plate_kind: PlateKind
    plate_no_index: Annotated[bytes | None, HIDDEN] = None


class MortgageRegistered(VehicleEvent, frozen=True, kw_only=True):
    """It is mortgaged. The mortgagee is sealed in a part of the case."""

    case: UUID
    mortgaged_on: date


class MortgageReleased(VehicleEvent, frozen=True, kw_only=True):
    """Its mortgage is registered no longer."""

    case: UUID
    released_on: date


class AlterationRegistered(VehicleEvent, frozen=True, kw_only=True):
    """Something of it is another one, and its driving permit was made anew (124 art. 10).

    ``use`` is what it is used for from then on, if that has changed.
    """

    case: UUID
    registered_on: date
    alteration: Alteration
    use: UseNature | None = None


class RegistrationCorrected(VehicleEvent, frozen=True, kw_only=True):
    """What was entered wrongly was put right. What is None was right before."""

    case: UUID
    corrected_on: date
    use: UseNature | None = None
    energy: Energy | None = None
    seats: int | None = None
    made_on: date | None = None


class VehicleMovedOut(VehicleEvent, frozen=True, kw_only=True):
    """It left its office of registration for that of the region ``to``.

    Its plates and its driving permit were taken in.
    """

    case: UUID
    moved_on: date
    to: str


class VehicleMovedIn(VehicleEvent, frozen=True, kw_only=True):
    """It came from another office of registration, and its owner's contact is in his case.

    What was issued for it here before stays on record, and is no part of this ``record``.
    """

    case: UUID
    record: VehicleRecord


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


class VehicleInspected(VehicleEvent, frozen=True, kw_only=True):
    """It has passed its inspection, and its mark is good up to this day (RTSR art. 16)."""

    case: UUID
    inspected_on: date
    inspected_until: date


class VehicleRegistrationCancelled(VehicleEvent, frozen=True, kw_only=True):
    """It is registered no longer, and its plates and documents were taken in."""

    case: UUID
    cancelled_on: date
    ground: DeregistrationGround


class InspectionLapsed(VehicleEvent, frozen=True, kw_only=True):
    """The inspection mark was good up to this day, and no other one followed (RTSR art. 16)."""

    inspected_until: date


class VehicleDeadlineExtended(VehicleEvent, frozen=True, kw_only=True):
    """What would have passed after ``old`` by law passes after ``new``, by this relief.

    Without ``new`` the clock is open: nobody knows yet on which day the relief ends.
    """

    clock: Clock
    old: date
    new: date | None
    relief: str


class VehicleOutcomeUndone(VehicleEvent, frozen=True, kw_only=True):
    """The decision of the case no longer stands, so the record is as if it had changed nothing.

    What it had handed out is ``void``. ``built_on_by`` are the cases whose later outcomes concern
    the same. They stand, and a person looks at them; until then ``left_out`` is what this case
    orders anew and nobody carries out. ``entered_since``: the record was entered anew since, so a
    person has to see what of the outcome is in it.
    """

    case: UUID
    void: tuple[VoidDocument, ...] = ()
    built_on_by: tuple[UUID, ...] = ()
    left_out: tuple[AnyChange, ...] = ()
    entered_since: bool = False


SinceEntered: TypeAlias = (
    RegistrationEntered
    | OwnershipTransferred
    | VehiclePlatesExchanged
    | MortgageRegistered
    | MortgageReleased
    | AlterationRegistered
    | RegistrationCorrected
    | VehicleMovedOut
    | VehicleMovedIn
    | OwnerContactFiled
    | VehicleDocumentReissued
    | TempPlateRegistered
    | TempPlateExpired
    | InspectionValidityExtended
    | VehicleInspected
    | VehicleRegistrationCancelled
    | InspectionLapsed
    | VehicleDeadlineExtended
    | VehicleOutcomeUndone
)
