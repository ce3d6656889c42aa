"""V06: the new contact."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from domain.services.reader import read_form
from domain.services.vehicle_contact_change.form import VehicleContactChange

Defects = Callable[..., list[tuple[str, str]]]
NUMBER, CODE = "13900005678", "0197e1a2-5b3c-7d4e-8f60-718293a4b5c6"
CONTACTS = ("new_mobile", "email", "postcode", "contact_address")


def without_contacts(body: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in body.items() if name not in CONTACTS}


def test_at_least_one_contact_changes(contact: dict[str, Any], defects: Defects) -> None:
    assert defects(without_contacts(contact)) == [("/contact_address", "no_contact_changed")]


@pytest.mark.parametrize("name", CONTACTS)
def test_one_contact_is_enough(name: str, contact: dict[str, Any], defects: Defects) -> None:
    given = {"new_mobile": NUMBER, **contact}
    assert defects(without_contacts(contact) | {name: given[name]}) == []


def test_a_contact_with_a_defect_is_still_a_change(
    contact: dict[str, Any], defects: Defects
) -> None:
    assert defects(without_contacts(contact) | {"email": "nobody"}) == [("/email", "email_format")]


def test_a_postcode_of_five_digits_is_refused(contact: dict[str, Any], defects: Defects) -> None:
    assert defects(contact | {"postcode": "45000"}) == [("/postcode", "postcode_length")]


def test_a_web_registered_user_may_change_the_contact(
    contact: dict[str, Any], defects: Defects
) -> None:
    contact["declaration"]["sms_code_id"] = CODE
    assert defects(contact | {"user_kind": "web_registered"}) == []


def test_a_unit_changes_its_contact_at_a_window(contact: dict[str, Any], defects: Defects) -> None:
    contact["user_kind"] = "unit"
    contact["applicant"] |= {
        "id_type": "uscc",
        "id_no": "91410100MA45000177",
        "name": "示例物流有限公司",
    }
    assert defects(contact) == [("/user_kind", "unit_online")]
    assert defects(contact | {"channel": "window"}) == []


def test_a_new_number_without_its_code_is_taken_and_not_verified(
    contact: dict[str, Any],
) -> None:
    verified = []
    for more in ({}, {"new_mobile": NUMBER}, {"new_mobile": NUMBER, "new_mobile_code_id": CODE}):
        form = read_form(json.dumps(contact | more).encode(), today=date(2020, 2, 24))
        assert isinstance(form, VehicleContactChange)
        verified.append(form.facts().mobile_verified)
    assert verified == [True, False, True]


def test_a_code_is_an_id_and_not_what_stands_in_the_message(
    contact: dict[str, Any], defects: Defects
) -> None:
    contact |= {"new_mobile": NUMBER, "new_mobile_code_id": "268153"}
    assert [pointer for pointer, _ in defects(contact)] == ["/new_mobile_code_id"]


def test_when_it_was_verified_is_not_for_the_caller_to_say(
    contact: dict[str, Any], defects: Defects
) -> None:
    contact["new_mobile_verified_at"] = "2020-02-24T09:30:00+08:00"
    assert defects(contact) == [("/new_mobile_verified_at", "unknown_field")]
