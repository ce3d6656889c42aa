"""What stands in the register against applications that fate has refused."""

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from random import Random
from typing import Any, Final

from msgspec.structs import replace

from cheguan.town.records import Records, failing
from domain.periods import add_months
from domain.register.licence import Deferral, LicenceDuty, LicenceRecord, LicenceState
from domain.register.vehicle import TemporaryPlate, VehicleRecord, VehicleState
from domain.services.checks.check import Check
from domain.services.deferral.facts import DeferralFacts
from domain.services.given import Given

_Given = Given[Any]
_SOMEBODY_ELSE: Final = b"somebody else"


def spoilt(checks: Sequence[Check], given: _Given, records: Records, draw: Random) -> Records:
    """The records with one thing against the application, or as they are if there is nothing."""
    ways = [*_ways(records, given)]
    draw.shuffle(ways)
    return next((each for each in ways if failing(checks, given, each)), records)


def _ways(records: Records, given: _Given) -> Iterator[Records]:
    vehicle, licence = records
    if vehicle:
        yield from (records._replace(vehicle=way(vehicle, given)) for way in _OF_VEHICLES)
    if licence:
        yield from (records._replace(licence=way(licence, given)) for way in _OF_LICENCES)


def _deferred(record: LicenceRecord, given: _Given) -> LicenceRecord:
    """Every duty has been deferred once from the day of which the application speaks."""
    if not isinstance(given.facts, DeferralFacts):
        return record
    day = given.facts.base_on
    return replace(record, deferrals=tuple(Deferral(duty, day, day) for duty in LicenceDuty))


_OF_VEHICLES: Final[Sequence[Callable[[VehicleRecord, _Given], VehicleRecord]]] = (
    lambda record, given: replace(record, states=frozenset({VehicleState.SEIZED})),
    lambda record, given: replace(record, states=frozenset({VehicleState.VIOLATION_OPEN})),
    lambda record, given: replace(record, owner=_SOMEBODY_ELSE),
    lambda record, given: replace(record, insured_until=given.today - timedelta(days=9)),
    lambda record, given: replace(record, inspected_until=add_months(given.today, -2)),
    lambda record, given: replace(
        record, temporary_plates=3 * (TemporaryPlate(given.today, given.today),)
    ),
)
_OF_LICENCES: Final[Sequence[Callable[[LicenceRecord, _Given], LicenceRecord]]] = (
    lambda record, given: replace(record, states=frozenset({LicenceState.SUSPENDED})),
    lambda record, given: replace(record, states=frozenset({LicenceState.OVER_SCORE})),
    lambda record, given: replace(record, holder=_SOMEBODY_ELSE),
    lambda record, given: replace(record, photo_approved_on=given.today),
    _deferred,
)
