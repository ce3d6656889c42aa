"""What the outcome of a case changes in the register.

A change says what was decided. What follows from it, such as the new day of expiry, the register
finds in its own data. These names and fields are stored for ever.
"""

from datetime import date
from typing import TypeAlias

import msgspec

from domain.identifiers.licence_classes import LicenceClass
from domain.register.licence import LicenceDuty
from domain.register.vehicle import VehicleType


class Change(msgspec.Struct, frozen=True, kw_only=True, tag=True, tag_field="change", gc=False):
    """A change of one vehicle or licence."""


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


class InspectionExtended(Change, frozen=True, kw_only=True):
    """The inspection mark is good for so many months more (124 art. 49)."""

    months: int


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


AnyChange: TypeAlias = (
    ContactChanged
    | DocumentReissued
    | TemporaryPlateIssued
    | InspectionExtended
    | LicenceRenewed
    | ClassesReduced
    | MedicalSubmitted
    | DutyDeferred
    | DeferralUndone
    | PhotoApproved
)
