"""Records of the register that go with an application, as far as its checks look at them.

No service is named here. Of a few likely records the first is taken with which the checks of the
service have nothing against the application.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from msgspec.structs import replace as replace_record

from cheguan.town.licence_records import licences, unusual_licences
from domain.clocks.inspection import month_end
from domain.identifiers.plate import PlateKind
from domain.offices.tree import prefecture_of
from domain.periods import add_months
from domain.register.licence import LicenceRecord
from domain.register.vehicle import Energy, Mortgage, UseNature, VehicleRecord, VehicleType
from domain.services.checks.check import Check
from domain.services.given import Given
from workers.told import Told

_SELLER: Final = b"the owner before"
"""Whoever has sold the vehicle to the applicant. No index leads to him."""
_TYPES: Final[Mapping[PlateKind, VehicleType]] = MappingProxyType(
    {
        PlateKind.LARGE_CAR: VehicleType.TRUCK,
        PlateKind.LARGE_NEV: VehicleType.LARGE_PASSENGER,
        PlateKind.MOTORCYCLE: VehicleType.MOTORCYCLE,
        PlateKind.TRAILER: VehicleType.TRAILER,
    }
)


class Records(NamedTuple):
    """What is on record. None stands for what the application is not about."""

    vehicle: VehicleRecord | None
    licence: LicenceRecord | None


def fitting(checks: Sequence[Check], given: Given[Any], told: Told) -> Records:
    """The first records with which no check fails, or else the likeliest ones.

    ``given`` is the application without records.
    """
    likely = _likely(given, told)
    first = next(likely)
    fit = (each for each in chain((first,), likely) if not failing(checks, given, each))
    return next(fit, first)


def failing(checks: Iterable[Check], given: Given[Any], records: Records) -> bool:
    """Whether a check fails with these records."""
    seen = replace(given, vehicle=records.vehicle, licence=records.licence)
    return any(check.judge(seen) is False for check in checks)


def _likely(given: Given[Any], told: Told) -> Iterator[Records]:
    vehicle = _vehicle(given, told) if told.get("vin") else None
    if not told.get("licence_no"):
        yield Records(vehicle, None)
        if vehicle:
            yield Records(replace_record(vehicle, owner=_SELLER, owner_name=_SELLER), None)
            mortgage = Mortgage(mortgaged_on=add_months(given.today, -1))
            yield Records(replace_record(vehicle, mortgage=mortgage), None)
            yield Records(replace_record(vehicle, energy=Energy.BEV), None)
        return
    for licence in licences(given, told):
        yield Records(vehicle, licence)
    for unusual in unusual_licences(given, told):
        yield Records(vehicle, unusual)


def _vehicle(given: Given[Any], told: Told) -> VehicleRecord:
    """One that is inspected every two years, if it has a plate. Otherwise a new one."""
    today, plate_no = given.today, told.get("plate_no")
    kind = PlateKind(told["plate_kind"]) if plate_no else None
    record = VehicleRecord(
        owner=given.applicant,
        owner_name=given.name,
        office=prefecture_of(given.office),
        type=_TYPES.get(kind, VehicleType.SEDAN) if kind else VehicleType.SEDAN,
        use=UseNature(told.get("use_nature", UseNature.NON_OPERATING)),
        seats=5,
        energy=getattr(given.facts, "energy", None) or Energy.FUEL,
        vin=given.numbers.vin,
        plate_no=given.numbers.plate_no,
        plate_kind=kind,
        made_on=add_months(today, -1),
        insured_from=add_months(today, -1),
        insured_until=add_months(today, 11),
        taxed_through=today.year,
    )
    if not plate_no:
        return record
    registered_on = add_months(today, 2 - 24)
    return replace_record(
        record,
        made_on=add_months(registered_on, -2),
        registered_on=registered_on,
        inspected_until=month_end(add_months(registered_on, 24)),
    )
