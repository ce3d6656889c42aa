"""The applicant, the agent and the declaration."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from domain.code_purpose import CodePurpose
from domain.services.reader import read_form
from domain.services.split import codes_of

Defects = Callable[..., list[tuple[str, str]]]

UNIT = {
    "id_type": "uscc",
    "id_no": "91410100MA45000177",
    "name": "示例物流（郑州）有限公司",
}
AGENT = {"name": "李四", "id_no": "411327196003012041", "mobile": "13700001234"}
CODE = "0197e1a2-5b3c-7d4e-8f60-718293a4b5c6"
OTHER_CODE = "0197e1a2-5b3c-7d4e-8f60-718293a4b5c7"
MANDATE = {"kind": "mandate", "sha256": "a" * 64, "media_type": "application/pdf", "size": 1}


@pytest.mark.parametrize(
    ("number", "rule"),
    [
        ("41010219920229123", "resident_id_length"),
        ("41010219920229123A", "resident_id_characters"),
        ("990102199202291236", "resident_id_region"),
        ("410102199102291236", "resident_id_date"),
        ("410102199202291235", "resident_id_check_digit"),
        ("440524188001010014", "resident_id_age"),
    ],
)
def test_a_resident_id_number_that_cannot_be_is_refused(
    number: str, rule: str, plates: dict[str, Any], defects: Defects
) -> None:
    plates["applicant"]["id_no"] = number
    assert defects(plates) == [("/applicant/id_no", rule)]


def test_a_person_born_tomorrow_cannot_apply(plates: dict[str, Any], defects: Defects) -> None:
    assert ("/applicant/id_no", "resident_id_future_date") in defects(plates, date(1992, 2, 28))


@pytest.mark.parametrize("number", ["１１０１０５１９４９１２３１００２Ｘ", "11010519491231002x"])
def test_full_width_digits_and_a_small_x_are_understood(
    number: str, plates: dict[str, Any], defects: Defects
) -> None:
    plates["applicant"]["id_no"] = number
    assert defects(plates) == []


@pytest.mark.parametrize("name", ["阿依古丽·买买提", "John Smith"])
def test_names_with_a_dot_and_names_in_latin_letters_are_taken(
    name: str, plates: dict[str, Any], defects: Defects
) -> None:
    plates["applicant"]["name"] = name
    assert defects(plates) == []


def test_a_name_with_digits_is_refused(plates: dict[str, Any], defects: Defects) -> None:
    plates["applicant"]["name"] = "张3"
    assert defects(plates) == [("/applicant/name", "name_characters")]


def test_a_mobile_number_of_ten_digits_is_refused(plates: dict[str, Any], defects: Defects) -> None:
    plates["applicant"]["mobile"] = "1380000123"
    assert defects(plates) == [("/applicant/mobile", "mobile_length")]


def test_a_unit_that_was_verified_applies_online(plates: dict[str, Any], defects: Defects) -> None:
    plates["user_kind"] = "unit"
    plates["applicant"] |= UNIT
    assert defects(plates) == []


def test_a_wrong_credit_code_is_refused(plates: dict[str, Any], defects: Defects) -> None:
    plates["user_kind"] = "unit"
    plates["applicant"] |= UNIT | {"id_no": "91410100MA45000178"}
    assert defects(plates) == [("/applicant/id_no", "uscc_check_digit")]


def test_a_unit_and_a_person_identify_themselves_each_in_their_way(
    plates: dict[str, Any], defects: Defects
) -> None:
    assert defects(plates | {"user_kind": "unit"}) == [("/applicant/id_type", "id_type_user_kind")]


def test_reissue_needs_a_real_name_user(plates: dict[str, Any], defects: Defects) -> None:
    assert defects(plates | {"user_kind": "web_registered"}) == [
        ("/user_kind", "real_name_required")
    ]


def test_a_person_acts_online_for_himself(plates: dict[str, Any], defects: Defects) -> None:
    plates["applicant"]["capacity"] = "agent"
    plates["agent"] = AGENT
    plates["documents"].append(MANDATE)
    assert defects(plates) == [("/applicant/capacity", "agent_online")]
    assert defects(plates | {"channel": "window"}) == []


def test_an_agent_is_named_and_brings_a_mandate(plates: dict[str, Any], defects: Defects) -> None:
    plates["channel"] = "window"
    plates["applicant"]["capacity"] = "agent"
    assert defects(plates) == [("/agent", "missing"), ("/documents", "document_missing_mandate")]


def test_who_acts_for_himself_names_no_agent(plates: dict[str, Any], defects: Defects) -> None:
    assert defects(plates | {"agent": AGENT}) == [("/agent", "not_applicable")]


def test_a_driver_is_not_an_owner(plates: dict[str, Any], defects: Defects) -> None:
    plates["applicant"]["capacity"] = "driver"
    assert defects(plates) == [("/applicant/capacity", "choice")]


def test_the_notice_must_be_agreed_to(plates: dict[str, Any], defects: Defects) -> None:
    del plates["declaration"]["agreed_at"]
    assert defects(plates) == [("/declaration/agreed_at", "not_agreed")]


def test_who_was_not_identified_shows_online_that_his_telephone_is_at_hand(
    contact: dict[str, Any], defects: Defects
) -> None:
    contact["user_kind"] = "web_registered"
    assert defects(contact) == [("/declaration/sms_code_id", "sms_unverified")]
    assert defects(contact | {"channel": "window"}) == []
    contact["declaration"]["sms_code_id"] = CODE
    assert defects(contact) == []


def test_whoever_was_identified_may_do_so_too(plates: dict[str, Any], defects: Defects) -> None:
    plates["declaration"]["sms_code_id"] = CODE
    assert defects(plates) == []
    plates["declaration"]["sms_code_id"] = "268153"
    assert [pointer for pointer, _ in defects(plates)] == ["/declaration/sms_code_id"]


def test_a_form_names_its_codes_with_the_numbers_that_they_prove(
    contact: dict[str, Any],
) -> None:
    contact["declaration"]["sms_code_id"] = CODE
    contact |= {"new_mobile": "139 0000 5678", "new_mobile_code_id": OTHER_CODE}
    acting = {"channel": "window", "agent": AGENT, "documents": [MANDATE]}
    acting["applicant"] = contact["applicant"] | {"capacity": "agent"}
    told = [
        [(str(given.code), given.purpose, given.number) for given in codes_of(form)]
        for body in (contact, contact | acting)
        for form in [read_form(json.dumps(body).encode(), today=date(2020, 2, 24))]
    ]
    new_number = (OTHER_CODE, CodePurpose.CONTACT_CHANGE, "13900005678")
    assert told == [
        [(CODE, CodePurpose.SUBMISSION, "13800001234"), new_number],
        [(CODE, CodePurpose.SUBMISSION, "13700001234"), new_number],
    ]


@pytest.mark.parametrize(
    ("moment", "rules"),
    [
        ("2020-02-22T23:59:59+08:00", []),
        ("2020-02-24T15:59:59Z", []),
        ("2020-02-24T16:04:59Z", []),
        ("2020-02-24T16:05:00Z", ["in_future"]),
        ("9999-12-31T23:59:59Z", ["date_range"]),
        ("0001-01-01T00:00:00+14:00", ["date_range"]),
        ("2020-02-24T09:30:00", ["instant"]),
        ("2020-02-30T09:30:00Z", ["instant"]),
    ],
)
def test_the_agreement_is_of_an_instant_that_has_come_by_the_local_day(
    moment: str, rules: list[str], plates: dict[str, Any], defects: Defects
) -> None:
    plates["declaration"]["agreed_at"] = moment
    assert defects(plates) == [("/declaration/agreed_at", rule) for rule in rules]


def test_nobody_agreed_tomorrow(plates: dict[str, Any], defects: Defects) -> None:
    plates["declaration"]["agreed_at"] = "2020-02-25T00:05:00+08:00"
    assert defects(plates) == [("/declaration/agreed_at", "in_future")]


@pytest.mark.parametrize(
    ("kind", "number"),
    [("military_id", "军字第2001988号"), ("taiwan_permit", "0012345678(B)")],
)
def test_numbers_of_documents_without_a_published_format_are_taken(
    kind: str, number: str, plates: dict[str, Any], defects: Defects
) -> None:
    plates["applicant"] |= {"id_type": kind, "id_no": number}
    assert defects(plates) == []


def test_the_name_of_a_unit_may_hold_rare_ideographs(
    plates: dict[str, Any], defects: Defects
) -> None:
    plates["user_kind"] = "unit"
    plates["applicant"] |= {
        "id_type": "uscc",
        "id_no": "91410100MA45000177",
        "name": "郑州市\U0003158e\U0002ebf0运输有限公司",
    }
    assert defects(plates) == []
