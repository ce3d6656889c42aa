"""The people and things of the town: valid, never twice the same, the same for a seed."""

from collections import Counter
from datetime import date
from random import Random

import pytest

from cheguan.town import numbers
from cheguan.town.cities import CITIES
from cheguan.town.people import BIRTHDAYS, person, some_city
from domain.identifiers import (
    address,
    file_number,
    mobile,
    person_name,
    plate,
    postcode,
    region,
    resident_id,
    uscc,
    vin,
)
from domain.identifiers.plate import PlateKind
from domain.offices.tree import REGIONS
from domain.periods import age_on

DAY = date(2020, 2, 24)
MANY = range(2000)
DRIVEN = [
    PlateKind.LARGE_CAR,
    PlateKind.SMALL_CAR,
    PlateKind.MOTORCYCLE,
    PlateKind.TRAILER,
    PlateKind.LARGE_NEV,
    PlateKind.SMALL_NEV,
]
PEOPLE = [person(7, n, some_city(Random(n))) for n in MANY]


def test_everyone_has_a_valid_number_and_the_age_to_drive() -> None:
    ages = {age_on(resident_id.parse(who.id_no, DAY).born_on, DAY) for who in PEOPLE}
    assert min(ages) >= 18
    assert max(ages) <= 75


def test_everyone_can_be_written_to_and_called() -> None:
    for who in PEOPLE:
        assert person_name.parse(who.name).text == who.name
        assert mobile.parse(who.mobile).text == who.mobile
        assert address.parse(who.home.address).text == who.home.address
        assert postcode.parse(who.home.postcode).in_henan
        assert region.parse(who.home.region).unit == who.city.code


def test_a_number_is_given_once() -> None:
    assert len({who.id_no for who in PEOPLE}) == len(PEOPLE)
    assert len({who.mobile for who in PEOPLE}) == len(PEOPLE)
    assert len({numbers.vehicle_identification(7, n) for n in MANY}) == len(PEOPLE)
    assert len({numbers.file_number(7, n, "4101") for n in MANY}) == len(PEOPLE)
    assert len({numbers.unit(7, n, "410100") for n in MANY}) == len(PEOPLE)


@pytest.mark.parametrize("kind", DRIVEN)
def test_plates_are_valid_and_given_once(kind: PlateKind) -> None:
    texts = [numbers.plate(7, n, kind, "A") for n in MANY]
    assert {plate.parse(kind, text, on=DAY).region_code for text in texts} == {"410100"}
    assert len(set(texts)) == len(texts)


def test_vehicles_files_and_units_have_valid_numbers() -> None:
    for n in MANY:
        assert vin.parse(numbers.vehicle_identification(7, n)).check_digit_ok
        assert file_number.parse(numbers.file_number(7, n, "4190")).prefecture == "4190"
        assert uscc.parse(numbers.unit(7, n, "411500")).region_code == "411500"


def test_a_seed_tells_the_same_people_again_and_another_seed_others() -> None:
    again = [person(7, n, some_city(Random(n))) for n in range(50)]
    others = [person(8, n, some_city(Random(n))) for n in range(50)]
    assert again == PEOPLE[:50]
    assert not {who.id_no for who in others} & {who.id_no for who in again}


def test_all_eighteen_cities_are_lived_in_and_zhengzhou_most() -> None:
    lived_in = Counter(who.city.code for who in PEOPLE)
    assert lived_in.keys() == REGIONS.keys() == CITIES.keys()
    assert lived_in.most_common(1)[0][0] == "410100"


def test_nobody_shows_by_accident() -> None:
    who = PEOPLE[0]
    assert not any(text in repr(who) for text in (who.name, who.id_no, who.mobile))
    assert who.home.address not in repr(who)


def test_every_birthday_is_a_day() -> None:
    assert BIRTHDAYS[0] == "19450203"
    assert BIRTHDAYS[-1] == "20020202"
