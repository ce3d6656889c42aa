"""The list of hospitals, and another in its place."""

import json
from datetime import date
from typing import Any

import pytest

from domain.calendar import Calendar
from domain.services.blocks.medical.hospitals import HOSPITALS, listed
from domain.services.catalogue import CATALOGUE
from domain.services.checks.medical import HOSPITAL, of_hospital
from domain.services.given import Given
from domain.services.reader import read_form
from tests.unit.services.conftest import TODAY


@pytest.mark.parametrize(
    ("code", "day", "on_list"),
    [
        ("HN410100-01", date(2016, 4, 1), True),
        ("HN410100-01", date(2016, 3, 31), False),
        ("HN410100-03", date(2019, 12, 31), True),
        ("HN410100-03", date(2020, 1, 1), False),
        ("HN999999-99", date(2020, 2, 24), False),
    ],
)
def test_a_hospital_is_on_the_list_for_a_time(code: str, day: date, on_list: bool) -> None:
    assert listed(code, day) is on_list


def test_no_hospital_of_the_list_exists() -> None:
    assert all("示例" in hospital.name for hospital in HOSPITALS.values())


def test_another_list_may_stand_in_its_place() -> None:
    body = json.dumps(CATALOGUE["medical_submit"].example(TODAY)).encode()
    given: Given[Any] = Given(
        facts=read_form(body, today=TODAY).facts(),
        today=TODAY,
        calendar=Calendar(),
        office="410100",
        applicant=b"",
        name=b"",
        proven=True,
    )
    asked: list[tuple[str, date]] = []

    def nobody(code: str, day: date) -> bool:
        asked.append((code, day))
        return False

    assert HOSPITAL.judge(given) is True
    assert of_hospital(nobody).judge(given) is False
    assert asked == [("HN410100-01", date(2020, 2, 19))]
