"""D11: the new contact of a driver, and the employer of one who drives large vehicles."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from domain.code_purpose import CodePurpose
from domain.services.catalogue import CATALOGUE
from domain.services.driver_contact_change.facts import DriverContactChangeFacts
from domain.services.reader import read_form
from tests.unit.services.conftest import TODAY

Defects = Callable[..., list[tuple[str, str]]]
CONTACTS = ("new_mobile", "email", "postcode", "contact_address", "employer")
CODE = "0190f2c4-0000-7000-8000-000000000001"


@pytest.fixture
def driver() -> dict[str, Any]:
    """A driver of trucks who tells everything anew."""
    example = CATALOGUE["driver_contact_change"].example(TODAY)
    return {**example, "new_mobile": "13900005678", "new_mobile_code_id": CODE}


def without_contacts(body: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in body.items() if name not in CONTACTS}


def test_at_least_one_thing_changes(driver: dict[str, Any], defects: Defects) -> None:
    assert defects(without_contacts(driver)) == [("/employer", "nothing_changed")]


@pytest.mark.parametrize("name", CONTACTS)
def test_one_change_is_enough(name: str, driver: dict[str, Any], defects: Defects) -> None:
    assert defects(without_contacts(driver) | {name: driver[name]}) == []


@pytest.mark.parametrize("classes", ["A1", "A2D", "A3", "B1", "B1B2", "B2"])
def test_a_driver_of_large_vehicles_tells_his_employer(
    classes: str, driver: dict[str, Any], defects: Defects
) -> None:
    driver["licence"]["classes"] = classes
    assert defects(driver) == []


@pytest.mark.parametrize("classes", ["C1", "C1D", "C5", "N"])
def test_nobody_else_is_asked_for_his_employer(
    classes: str, driver: dict[str, Any], defects: Defects
) -> None:
    driver["licence"]["classes"] = classes
    assert defects(driver) == [("/employer", "employer_not_asked")]
    del driver["employer"]
    assert defects(driver) == []


@pytest.mark.parametrize(
    ("field", "value", "rule"),
    [
        ("new_mobile", "1390000567", "mobile_length"),
        ("new_mobile", "03716666888", "mobile_characters"),
        ("new_mobile_code_id", "123456", "type"),
        ("email", "nobody", "email_format"),
        ("postcode", "45000", "postcode_length"),
        ("contact_address", "郑州", "length"),
        ("employer", "", "length"),
        ("employer", "物流\n公司", "employer_characters"),
        ("user_kind", "unit", "unit_not_served"),
    ],
)
def test_a_contact_that_cannot_be_is_refused(
    field: str, value: str, rule: str, driver: dict[str, Any], defects: Defects
) -> None:
    found = defects(driver | {field: value})
    assert (f"/{field}", rule) in found
    assert field == "user_kind" or len(found) == 1


def test_a_licence_of_another_province_is_filed_there(
    driver: dict[str, Any], defects: Defects
) -> None:
    driver["licence"]["file_no"] = "110100123456"
    assert defects(driver) == [("/licence/file_no", "issued_elsewhere")]


def test_everything_wrong_is_told_at_once(driver: dict[str, Any], defects: Defects) -> None:
    driver["licence"] |= {"licence_no": "411327196003012041", "classes": "C1"}
    driver |= {"email": "nobody", "postcode": "45", "contact_address": "家"}
    assert defects(driver) == [
        ("/licence/licence_no", "licence_no_is_id_no"),
        ("/email", "email_format"),
        ("/postcode", "postcode_length"),
        ("/contact_address", "length"),
        ("/employer", "employer_not_asked"),
    ]


@pytest.mark.parametrize("user_kind", ["web_registered", "real_name"])
def test_a_user_who_is_registered_online_may_change_it(
    user_kind: str, driver: dict[str, Any], defects: Defects
) -> None:
    driver["declaration"]["sms_code_id"] = CODE
    assert defects(driver | {"user_kind": user_kind}) == []


@pytest.mark.parametrize(
    ("left_out", "verified"),
    [((), True), (("new_mobile_code_id",), False), (("new_mobile", "new_mobile_code_id"), True)],
)
def test_a_new_number_is_proven_by_its_code(
    left_out: tuple[str, ...], verified: bool, driver: dict[str, Any]
) -> None:
    for name in left_out:
        del driver[name]
    facts = read_form(json.dumps(driver).encode(), today=TODAY).facts()
    assert isinstance(facts, DriverContactChangeFacts)
    assert facts.mobile_verified is verified


def test_the_code_of_a_new_number_is_used_for_this_purpose_and_no_other(
    driver: dict[str, Any],
) -> None:
    codes = read_form(json.dumps(driver).encode(), today=TODAY).codes()
    of_contact = [each for each in codes if each.purpose is CodePurpose.CONTACT_CHANGE]
    assert [(str(each.code), each.number) for each in of_contact] == [(CODE, "13900005678")]
