"""How long the mark is good of a vehicle that has passed its inspection (RTSR art. 16)."""

from datetime import date

import pytest
from msgspec.structs import replace

from domain.clocks.inspection import InspectedAs
from domain.register.inspection import good_until, inspected_as
from domain.register.vehicle import UseNature, VehicleType
from tests.kit.register_records import normal_vehicle

RECORD = replace(
    normal_vehicle(date(2020, 2, 24)),
    registered_on=date(2012, 4, 10),
    inspected_until=date(2020, 4, 30),
)


@pytest.mark.parametrize(
    ("inspected_on", "until"),
    [
        (date(2020, 2, 1), date(2021, 4, 30)),
        (date(2020, 4, 30), date(2021, 4, 30)),
        (date(2020, 5, 1), date(2021, 4, 30)),
        (date(2021, 4, 30), date(2021, 4, 30)),
        (date(2021, 5, 1), date(2022, 4, 30)),
    ],
)
def test_it_follows_the_present_validity_and_whoever_is_late_gains_nothing(
    inspected_on: date, until: date
) -> None:
    assert good_until(RECORD, inspected_on, judged_on=date(2020, 6, 1)) == until


def test_a_taxi_of_five_years_is_inspected_every_half_year() -> None:
    taxi = replace(RECORD, use=UseNature.TAXI, registered_on=date(2015, 4, 10))
    assert good_until(taxi, date(2020, 4, 1), judged_on=date(2020, 4, 1)) == date(2020, 10, 31)


def test_a_vehicle_of_which_no_mark_is_known_has_one_by_its_age() -> None:
    unknown = replace(RECORD, inspected_until=None)
    assert good_until(unknown, date(2020, 5, 2), judged_on=date(2020, 5, 2)) == date(2021, 4, 30)


@pytest.mark.parametrize(
    ("kind", "use", "group"),
    [
        (VehicleType.SEDAN, UseNature.NON_OPERATING, InspectedAs.SMALL_PASSENGER),
        (VehicleType.SEDAN, UseNature.TAXI, InspectedAs.OPERATING_PASSENGER),
        (VehicleType.LARGE_PASSENGER, UseNature.SCHOOL_BUS, InspectedAs.SCHOOL_BUS),
        (VehicleType.TRUCK, UseNature.FREIGHT, InspectedAs.HEAVY),
        (VehicleType.MOTORCYCLE, UseNature.NON_OPERATING, InspectedAs.MOTORCYCLE),
        (VehicleType.SPECIAL, UseNature.RESCUE, InspectedAs.OTHER),
    ],
)
def test_the_group_follows_from_the_use_and_the_type(
    kind: VehicleType, use: UseNature, group: InspectedAs
) -> None:
    assert inspected_as(kind, use) is group
