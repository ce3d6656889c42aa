"""V06: the new contact."""

from collections.abc import Callable
from typing import Any

import pytest

Defects = Callable[..., list[tuple[str, str]]]
CONTACTS = ("new_mobile", "email", "postcode", "contact_address")


def without_contacts(body: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in body.items() if name not in CONTACTS}


def test_at_least_one_contact_changes(contact: dict[str, Any], defects: Defects) -> None:
    assert defects(without_contacts(contact)) == [("/contact_address", "no_contact_changed")]


@pytest.mark.parametrize("name", CONTACTS)
def test_one_contact_is_enough(name: str, contact: dict[str, Any], defects: Defects) -> None:
    assert defects(without_contacts(contact) | {name: contact[name]}) == []


def test_a_contact_with_a_defect_is_still_a_change(
    contact: dict[str, Any], defects: Defects
) -> None:
    assert defects(without_contacts(contact) | {"email": "nobody"}) == [("/email", "email_format")]


def test_a_postcode_of_five_digits_is_refused(contact: dict[str, Any], defects: Defects) -> None:
    assert defects(contact | {"postcode": "45000"}) == [("/postcode", "postcode_length")]


def test_a_web_registered_user_may_change_the_contact(
    contact: dict[str, Any], defects: Defects
) -> None:
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


def test_an_old_verification_of_the_new_number_is_refused(
    contact: dict[str, Any], defects: Defects
) -> None:
    contact["new_mobile_verified_at"] = "2020-02-20T09:30:00+08:00"
    assert defects(contact) == [("/new_mobile_verified_at", "sms_stale")]
