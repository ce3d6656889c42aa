"""As what a vehicle is inspected, and how long its next mark is good (RTSR art. 16)."""

from datetime import date
from typing import Final

from domain.clocks.inspection import InspectedAs, next_validity, validity_on
from domain.register.vehicle import UseNature, VehicleRecord, VehicleType

_SMALL: Final = frozenset({VehicleType.SEDAN, VehicleType.SMALL_PASSENGER, VehicleType.VAN})
_PASSENGERS: Final = frozenset(
    {UseNature.ROAD_PASSENGER, UseNature.CITY_BUS, UseNature.TAXI, UseNature.TOURISM}
)


def inspected_as(kind: VehicleType, use: UseNature) -> InspectedAs:
    """The group in which the vehicle is inspected."""
    if use is UseNature.SCHOOL_BUS:
        return InspectedAs.SCHOOL_BUS
    if use in _PASSENGERS:
        return InspectedAs.OPERATING_PASSENGER
    if kind in _SMALL:
        return InspectedAs.SMALL_PASSENGER
    if kind in (VehicleType.TRUCK, VehicleType.LARGE_PASSENGER):
        return InspectedAs.HEAVY
    return InspectedAs.MOTORCYCLE if kind is VehicleType.MOTORCYCLE else InspectedAs.OTHER


def good_until(record: VehicleRecord, inspected_on: date, *, judged_on: date) -> date:
    """The last day of the mark of a vehicle that has passed its inspection on this day.

    It follows the present validity, so nobody loses by being early. Whoever is late gains nothing
    by it, because the cycle goes on from the registration.
    """
    group = inspected_as(record.type, record.use)
    began = record.registered_on or record.made_on or inspected_on
    if record.inspected_until and inspected_on <= record.inspected_until:
        return next_validity(group, began, record.inspected_until, judged_on=judged_on)
    return validity_on(group, began, inspected_on, judged_on=judged_on)
