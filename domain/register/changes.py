"""What the outcome of a case changes in the register.

A change says what was decided. What follows from it, such as the new day of expiry, the register
finds in its own data. These names and fields are stored for ever.
"""

from collections.abc import Container, Iterable
from datetime import date
from typing import Annotated, TypeAlias

import msgspec

from domain.hidden import HIDDEN
from domain.identifiers.licence_classes import LicenceClass
from domain.identifiers.plate import PlateKind
from domain.register.change import Change
from domain.register.learner_permit import ExamSubject
from domain.register.licence import LicenceDuty
from domain.register.licence_changes import LicenceChange
from domain.register.vehicle import DeregistrationGround, Energy, UseNature, VehicleType
from domain.register.vehicle_changes import (
    AlterationMade,
    EntryCorrected,
    MovedIn,
    MovedOut,
    PlatesExchanged,
)


class ContactChanged(Change, frozen=True, kw_only=True):
    """The new contact stands sealed in the case, in the part of this name."""

    part: str = "details"


class DocumentReissued(Change, frozen=True, kw_only=True):
    """A document was made anew, with the same content. The one before it is void."""

    service: str


class NeverRegistered(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What is known of a vehicle before its registration. Its owner may still change."""

    office: str
    type: VehicleType
    seats: int


class TemporaryPlateIssued(Change, frozen=True, kw_only=True, omit_defaults=True):
    """``counted`` says whether it counts towards the three of 124 art. 46.

    ``vehicle`` is entered with its first plate, so that the register can count at all.
    """

    issued_on: date
    valid_to: date
    counted: bool
    vehicle: NeverRegistered | None = None


class VehicleRegistered(Change, frozen=True, kw_only=True, omit_defaults=True):
    """A vehicle is registered for the first time (124 art. 7), by its owner :class:`Registrant`."""

    office: str
    registered_on: date
    type: VehicleType
    use: UseNature
    seats: int
    energy: Energy
    plate_kind: PlateKind
    made_on: date | None = None
    inspected_until: date | None = None
    insured_from: date | None = None
    insured_until: date | None = None


class OwnershipPassed(Change, frozen=True, kw_only=True, omit_defaults=True):
    """A registered vehicle belongs to somebody else, the :class:`Registrant` (124 art. 18).

    ``plate_kind`` is that of the other number that it gets with him (124 art. 19). Without it the
    vehicle keeps the number that it has.
    """

    passed_on: date
    use: UseNature
    plate_kind: PlateKind | None = None


class VehicleMortgaged(Change, frozen=True, kw_only=True):
    """The vehicle secures a debt, to the mortgagee who is sealed in the case."""

    mortgaged_on: date


class MortgageLifted(Change, frozen=True, kw_only=True):
    """The vehicle secures it no longer."""

    lifted_on: date


class ExamTaken(Change, frozen=True, kw_only=True):
    """An examination was sat on a learner's permit, and counts whether it was passed or not."""

    subject: ExamSubject
    sat_on: date
    passed: bool


class InspectionExtended(Change, frozen=True, kw_only=True):
    """The inspection mark is good for so many months more (124 art. 49)."""

    months: int


class InspectionPassed(Change, frozen=True, kw_only=True):
    """The vehicle has passed its inspection on this day (RTSR art. 16)."""

    inspected_on: date


class VehicleDeregistered(Change, frozen=True, kw_only=True):
    """The registration of the vehicle is cancelled, as its owner asked."""

    deregistered_on: date
    ground: DeregistrationGround


class LicenceGivenUp(Change, frozen=True, kw_only=True):
    """The holder has the licence cancelled himself (139 art. 77)."""

    given_up_on: date


class LicenceReviewed(Change, frozen=True, kw_only=True):
    """The holder has passed the periodic review (139 art. 70)."""

    reviewed_on: date


class LicenceRenewed(Change, frozen=True, kw_only=True):
    """A new term begins, of six or ten years or without an end (139 art. 56)."""

    renewed_on: date


class ClassesReduced(Change, frozen=True, kw_only=True):
    """The classes that are left at the holder's age (139 art. 59)."""

    classes: tuple[LicenceClass, ...]


class MedicalSubmitted(Change, frozen=True, kw_only=True):
    """The certificate, which was issued on this day, is fit for these classes (139 art. 72)."""

    issued_on: date
    fit_for: tuple[LicenceClass, ...]


class DutyDeferred(Change, frozen=True, kw_only=True):
    duty: LicenceDuty
    base_on: date
    until: date


class DeferralUndone(Change, frozen=True, kw_only=True):
    duty: LicenceDuty
    base_on: date


class PhotoApproved(Change, frozen=True, kw_only=True):
    """The photo stands in the case. It serves for six months."""

    approved_on: date


Undoable: TypeAlias = (
    ContactChanged
    | DocumentReissued
    | VehicleRegistered
    | OwnershipPassed
    | VehicleMortgaged
    | MortgageLifted
    | AlterationMade
    | EntryCorrected
    | PlatesExchanged
    | MovedOut
    | MovedIn
    | LicenceChange
    | ExamTaken
    | TemporaryPlateIssued
    | InspectionExtended
    | InspectionPassed
    | VehicleDeregistered
    | LicenceGivenUp
    | LicenceReviewed
    | LicenceRenewed
    | ClassesReduced
    | MedicalSubmitted
    | DutyDeferred
    | PhotoApproved
)


class OutcomeUndone(Change, frozen=True, kw_only=True):
    """The decision of this case no longer stands, so what it has changed is undone.

    ``changes`` are those that it ordered. What else was ordered by the same event comes in their
    place. What other cases have changed stays (ADR 53).
    """

    changes: tuple[Undoable, ...]


AnyChange: TypeAlias = Undoable | DeferralUndone | OutcomeUndone


def concern(changes: Iterable[AnyChange], kinds: Container[type]) -> bool:
    """Whether any of the changes is of these kinds, or undoes one that is."""
    return any(
        type(each) in kinds
        or (isinstance(each, OutcomeUndone) and any(type(one) in kinds for one in each.changes))
        for each in changes
    )


class Registrant(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """Whose the vehicle, licence or permit is from then on, by indexes of his number and name.

    ``vin`` is that of a vehicle that is registered for the first time, and ``plate_no`` that of the
    number that it gets. ``birth_month`` is the first day of the month in which he was born, where
    he gets a licence and his number tells it.

    Our own register compares people by them. They stand beside the changes, because a register
    elsewhere is told the person himself.
    """

    owner: Annotated[bytes, HIDDEN]
    owner_name: Annotated[bytes, HIDDEN]
    vin: Annotated[bytes | None, HIDDEN] = None
    plate_no: Annotated[bytes | None, HIDDEN] = None
    birth_month: Annotated[date | None, HIDDEN] = None
