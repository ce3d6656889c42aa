"""Records of the register with which everything can be applied for, on a day."""

from datetime import date, timedelta
from typing import Final

from domain.identifiers.licence_classes import LicenceClass
from domain.identifiers.plate import PlateKind
from domain.periods import add_months, add_years
from domain.register.learner_permit import LearnerPermitRecord
from domain.register.licence import Cycle, LicenceRecord, MedicalCertificate
from domain.register.vehicle import UseNature, VehicleRecord, VehicleType
from domain.services.given import Numbers

OWNER: Final = b"owner"
NAME: Final = b"name"
NUMBERS: Final = Numbers(plate_no=b"plate", vin=b"vin", file_no=b"file", permit_no=b"permit")
OFFICE: Final = "410100"


def normal_vehicle(today: date) -> VehicleRecord:
    """A private sedan of three years, inspected, insured and taxed."""
    return VehicleRecord(
        owner=OWNER,
        owner_name=NAME,
        office=OFFICE,
        type=VehicleType.SEDAN,
        use=UseNature.NON_OPERATING,
        seats=5,
        vin=NUMBERS.vin,
        plate_no=NUMBERS.plate_no,
        plate_kind=PlateKind.SMALL_CAR,
        made_on=add_years(today, -3),
        registered_on=add_years(today, -3),
        inspected_until=add_months(today, 2),
        insured_from=add_months(today, -6),
        insured_until=add_months(today, 6) - timedelta(days=1),
        taxed_through=today.year,
    )


def new_vehicle(today: date) -> VehicleRecord:
    """A private sedan that was made a month ago, insured, and never registered."""
    return VehicleRecord(
        owner=OWNER,
        owner_name=NAME,
        office=OFFICE,
        type=VehicleType.SEDAN,
        use=UseNature.NON_OPERATING,
        seats=5,
        vin=NUMBERS.vin,
        made_on=add_months(today, -1),
        insured_from=today,
        insured_until=add_years(today, 1) - timedelta(days=1),
    )


def normal_licence(today: date) -> LicenceRecord:
    """A car licence of six years that expires in a month, without a point."""
    issued_on = add_months(add_years(today, -6), 1)
    return LicenceRecord(
        holder=OWNER,
        holder_name=NAME,
        office=OFFICE,
        classes=(LicenceClass.C1,),
        first_issued_on=issued_on,
        issued_on=issued_on,
        valid_until=add_years(issued_on, 6),
        years=6,
        file_no=NUMBERS.file_no,
        cycles=tuple(Cycle(add_years(issued_on, n), 0) for n in range(1, 6)),
        medical=MedicalCertificate(add_months(today, -1), frozenset(LicenceClass)),
        photo_approved_on=add_months(today, -1),
    )


def normal_permit(today: date) -> LearnerPermitRecord:
    """A permit of two months for the small car."""
    issued_on = add_months(today, -2)
    return LearnerPermitRecord(
        holder=OWNER,
        permit_no=NUMBERS.permit_no,
        office=OFFICE,
        wanted=LicenceClass.C1,
        issued_on=issued_on,
        valid_until=add_years(issued_on, 3),
    )
