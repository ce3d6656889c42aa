"""Records of the register that go with an application, as far as its checks look at them.

No service is named here. Of a few likely records the first is taken with which the checks of the
service have nothing against the application.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain, count, product, takewhile
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from msgspec.structs import replace as replace_record

from domain.clocks.inspection import month_end
from domain.identifiers import licence_classes
from domain.identifiers.licence_classes import LicenceClass
from domain.identifiers.plate import PlateKind
from domain.periods import add_months, add_years
from domain.register.licence import Cycle, LicenceRecord, MedicalCertificate
from domain.register.vehicle import UseNature, VehicleRecord, VehicleType
from domain.services.checks.check import Check
from domain.services.given import Given
from workers.told import Told

_TERM: Final = 6
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
        return
    for licence in _licences(given, told):
        yield Records(vehicle, licence)


def _vehicle(given: Given[Any], told: Told) -> VehicleRecord:
    """One that is inspected every two years, if it has a plate. Otherwise a new one."""
    today, plate_no = given.today, told.get("plate_no")
    kind = PlateKind(told["plate_kind"]) if plate_no else None
    record = VehicleRecord(
        owner=given.applicant,
        owner_name=given.name,
        office=given.office,
        type=_TYPES.get(kind, VehicleType.SEDAN) if kind else VehicleType.SEDAN,
        use=UseNature(told.get("use_nature", UseNature.NON_OPERATING)),
        seats=5,
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


def _licences(given: Given[Any], told: Told) -> Iterator[LicenceRecord]:
    """Licences that differ in when they were first issued, and in what is on file."""
    for first, points, certified, photographed in product(
        _first_days(given, told), (0, 3), (True, False), (True, False)
    ):
        record = _licence(given, told, first, points)
        lately = add_months(given.today, -1)
        yield replace_record(
            record,
            medical=MedicalCertificate(lately, frozenset(LicenceClass)) if certified else None,
            photo_approved_on=lately if photographed else None,
        )


def _licence(given: Given[Any], told: Told, first: date, points: int) -> LicenceRecord:
    """A licence of six years with so many points in each cycle."""
    until, due_on = _day(told, "valid_until"), _day(told, "due_on")
    issued_on = max(first, _issued_on(given, told))
    ends = (add_years(first, n) for n in count(1))
    return LicenceRecord(
        holder=given.applicant,
        holder_name=given.name,
        office=given.office,
        classes=licence_classes.parse(told["classes"]).classes,
        first_issued_on=first,
        issued_on=issued_on,
        valid_until=until,
        years=_TERM if until else None,
        cycles=tuple(
            Cycle(end, points)
            for end in takewhile(add_years(given.today, 1).__ge__, ends)
            if end > issued_on
        ),
        medical_due_on=due_on,
        review_due_on=due_on,
    )


def _first_days(given: Given[Any], told: Told) -> tuple[date, ...]:
    """The day that was given, or else that of the term, or one whose cycle is just over."""
    if first := _day(told, "first_issued_on"):
        return (first,)
    just_over = add_years(given.today - timedelta(days=20), -2 * _TERM)
    return (_issued_on(given, told), just_over)


def _issued_on(given: Given[Any], told: Told) -> date:
    return add_years(_day(told, "valid_until") or add_years(given.today, 1), -_TERM)


def _day(told: Told, name: str) -> date | None:
    text = told.get(name)
    return date.fromisoformat(text) if text else None
