"""The facts of an application that was taken in at a window, stored in the clear for ever."""

from datetime import date
from typing import Annotated

import msgspec

from domain.identifiers.licence_classes import LicenceClass
from domain.identifiers.plate import PlateKind
from domain.register.learner_permit import ExamSubject
from domain.register.vehicle import (
    Alteration,
    DeregistrationGround,
    Energy,
    UseNature,
    VehicleType,
)
from domain.services.blocks.business import BUSINESS, Business
from domain.services.blocks.medical.facts import CertificateFacts
from domain.services.blocks.medical.words import EXAMINATION as CERTIFICATE
from domain.services.blocks.travel_area import TRAVEL_AREA, TravelArea
from domain.services.blocks.vehicle.words import IMPORTED, PLATE_KIND, USE_NATURE
from domain.services.blocks.violation import CODE, FINE, OCCURRED, POINTS
from domain.services.facts import Facts
from domain.services.licence_document.words import TARGET_CLASSES
from domain.services.window import words
from domain.services.window.originals import Original
from domain.services.window.penalty_kind import PenaltyKind


class NewVehicleFacts(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """A vehicle that was never registered. What only a registration asks for may be missing."""

    type: Annotated[VehicleType, words.VEHICLE_TYPE]
    seats: Annotated[int, words.SEATS]
    imported: Annotated[bool, IMPORTED]
    plate_kind: Annotated[PlateKind | None, PLATE_KIND] = None
    use: Annotated[UseNature, USE_NATURE] = UseNature.NON_OPERATING
    energy: Annotated[Energy, words.ENERGY] = Energy.FUEL
    made_on: Annotated[date | None, words.MADE_ON] = None
    insured_from: Annotated[date | None, words.INSURED_FROM] = None
    insured_until: Annotated[date | None, words.INSURED_UNTIL] = None


class KnownVehicleFacts(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """A vehicle that is registered."""

    plate_kind: Annotated[PlateKind, PLATE_KIND]
    use: Annotated[UseNature, USE_NATURE]
    imported: Annotated[bool, IMPORTED]


class CorrectedFacts(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """What the record says instead. What is None stays."""

    use: Annotated[UseNature | None, USE_NATURE] = None
    energy: Annotated[Energy | None, words.ENERGY] = None
    seats: Annotated[int | None, words.SEATS] = None
    made_on: Annotated[date | None, words.MADE_ON] = None


class ExamFacts(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An examination that was sat. ``site`` is the id of the examination site."""

    subject: Annotated[ExamSubject, words.EXAM_SUBJECT]
    exam_class: Annotated[LicenceClass, words.EXAM_CLASS]
    site: Annotated[str, words.SITE]
    sat_on: Annotated[date, words.SAT_ON]
    score: Annotated[int, words.SCORE]
    passed: Annotated[bool, words.EXAM_PASSED]


class StationReportFacts(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A safety inspection. ``station`` is the id of the station that has made it."""

    station: Annotated[str, words.STATION]
    tested_on: Annotated[date, words.TESTED_ON]
    passed: Annotated[bool, words.PASSED]


class PenaltyFacts(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What is decided of a violation at a window."""

    kind: Annotated[PenaltyKind, words.PENALTY_KIND]
    act_code: Annotated[str, CODE]
    occurred_on: Annotated[date, OCCURRED]
    fine_fen: Annotated[int, FINE]
    points: Annotated[int, POINTS]


class WindowFacts(Facts, frozen=True, kw_only=True, tag="window"):
    """``business`` is the code of the service, and ``counter`` the id of the office where it was
    taken in. ``shown`` are the originals that the clerk has seen. ``reissue`` says of a document
    that is made anew whether the old one is gone, ``travel_area`` where one drives with a
    temporary plate, and ``new_plate_kind`` of which kind the other number is that a vehicle gets.
    ``inspected_on`` is the day of the inspection that it has passed, and ``cancelled_for`` why its
    registration is cancelled. ``certificate`` is medical. ``target_classes`` are all that the next
    licence is to print. ``first_registered_on`` is of a vehicle that moves in, ``moves_to`` the
    region to which one moves out, and ``new_use`` what an ``alteration`` makes of its use. A
    learner is examined for the ``wanted_class``. ``report`` is of a station, and ``stays_until``
    the last day on which a vehicle or a driver from abroad may drive.
    """

    business: Annotated[str, words.BUSINESS]
    shown: Annotated[tuple[Original, ...], words.ORIGINALS] = ()
    counter: Annotated[str, words.COUNTER] = ""
    new_vehicle: Annotated[NewVehicleFacts | None, words.NEW_VEHICLE] = None
    vehicle: Annotated[KnownVehicleFacts | None, words.VEHICLE] = None
    exam: Annotated[ExamFacts | None, words.EXAM] = None
    travel_area: Annotated[TravelArea | None, TRAVEL_AREA] = None
    reissue: Annotated[Business | None, BUSINESS] = None
    new_plate_kind: Annotated[PlateKind | None, words.NEW_PLATE_KIND] = None
    inspected_on: Annotated[date | None, words.INSPECTED_ON] = None
    cancelled_for: Annotated[DeregistrationGround | None, words.CANCELLED_FOR] = None
    certificate: Annotated[CertificateFacts | None, CERTIFICATE] = None
    target_classes: Annotated[tuple[LicenceClass, ...] | None, TARGET_CLASSES] = None
    first_registered_on: Annotated[date | None, words.FIRST_REGISTERED_ON] = None
    alteration: Annotated[Alteration | None, words.ALTERATION] = None
    new_use: Annotated[UseNature | None, words.NEW_USE] = None
    corrected: Annotated[CorrectedFacts | None, words.CORRECTED] = None
    moves_to: Annotated[str | None, words.MOVES_THERE] = None
    wanted_class: Annotated[LicenceClass | None, words.WANTED_CLASS] = None
    report: Annotated[StationReportFacts | None, words.REPORT] = None
    penalty: Annotated[PenaltyFacts | None, words.PENALTY] = None
    stays_until: Annotated[date | None, words.STAYS_UNTIL] = None

    @property
    def service(self) -> str:
        return self.business

    @property
    def done_at(self) -> str | None:
        """The site of the examination or the station of the inspection, which is no window."""
        if self.exam:
            return self.exam.site
        return self.report.station if self.report else None

    @property
    def done_on(self) -> date | None:
        if self.exam:
            return self.exam.sat_on
        return self.report.tested_on if self.report else None
