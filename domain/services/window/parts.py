"""What of the parts of a form stays in the clear as facts."""

from msgspec.structs import replace

from domain.identifiers import licence_classes
from domain.identifiers.licence_classes import LicenceClass
from domain.register.learner_permit import ExamSubject
from domain.services.blocks.medical.examination import Examination
from domain.services.blocks.medical.facts import CertificateFacts
from domain.services.blocks.new_vehicle.fields import NewVehicle, VehicleOrigin
from domain.services.blocks.vehicle.fields import Vehicle
from domain.services.window.blocks import ExamResult, Registration
from domain.services.window.entries import CorrectedEntries
from domain.services.window.facts import (
    CorrectedFacts,
    ExamFacts,
    KnownVehicleFacts,
    NewVehicleFacts,
    PenaltyFacts,
    StationReportFacts,
)
from domain.services.window.pass_marks import passed
from domain.services.window.results import Penalty, StationReport


def known_vehicle(vehicle: Vehicle | None) -> KnownVehicleFacts | None:
    if vehicle is None:
        return None
    return KnownVehicleFacts(
        plate_kind=vehicle.plate_kind, use=vehicle.use_nature, imported=vehicle.imported
    )


def new_vehicle(new: NewVehicle | None, entered: Registration | None) -> NewVehicleFacts | None:
    """What only a registration asks for is missing of any other vehicle."""
    if new is None:
        return None
    known = NewVehicleFacts(
        type=new.vehicle_type,
        seats=new.seats,
        imported=new.origin is VehicleOrigin.IMPORTED,
    )
    if entered is None:
        return known
    return replace(
        known,
        plate_kind=entered.plate_kind,
        use=entered.use_nature,
        energy=entered.energy,
        made_on=entered.made_on,
        insured_from=entered.insured_from,
        insured_until=entered.insured_until,
    )


def examination(sat: ExamResult | None, subject: ExamSubject | None) -> ExamFacts | None:
    """The result of the subject that the service is about."""
    if sat is None or subject is None:
        return None
    return ExamFacts(
        subject=subject,
        exam_class=sat.exam_class,
        site=sat.site_id,
        sat_on=sat.sat_on,
        score=sat.score,
        passed=passed(subject, sat.exam_class, sat.score, sat.sat_on),
    )


def classes(text: str | None) -> tuple[LicenceClass, ...] | None:
    """The classes that the next licence is to print."""
    return licence_classes.parse(text).classes if text else None


def certificate(examination: Examination | None, held: str | None) -> CertificateFacts | None:
    """What of a medical certificate decides, for somebody whose licence shows these classes."""
    if examination is None or held is None:
        return None
    return examination.certified(licence_classes.parse(held))


def corrected(entries: CorrectedEntries | None) -> CorrectedFacts | None:
    if entries is None:
        return None
    return CorrectedFacts(
        use=entries.use_nature,
        energy=entries.energy,
        seats=entries.seats,
        made_on=entries.made_on,
    )


def report(told: StationReport | None) -> StationReportFacts | None:
    if told is None:
        return None
    return StationReportFacts(station=told.station_id, tested_on=told.tested_on, passed=told.passed)


def penalty(decided: Penalty | None) -> PenaltyFacts | None:
    """Its number stays sealed."""
    if decided is None:
        return None
    return PenaltyFacts(
        kind=decided.kind,
        act_code=decided.act_code,
        occurred_on=decided.occurred_on,
        fine_fen=decided.fine_yuan * 100,
        points=decided.points,
    )
