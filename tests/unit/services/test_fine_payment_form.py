"""P02: the decision, the payer and the channel."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from domain.services.catalogue import CATALOGUE
from domain.services.reader import read_form
from tests.unit.services.conftest import TODAY
from tests.unit.services.spoiled import GONE, spoiled

Defects = Callable[..., list[tuple[str, str]]]
PAYMENT = CATALOGUE["fine_payment"].example(TODAY)


@pytest.mark.parametrize(
    ("change", "pointer", "rule"),
    [
        (
            {"decision__decision_no": "41010512345678"},
            "/decision/decision_no",
            "decision_no_length",
        ),
        (
            {"decision__decision_no": "41010512345678X0"},
            "/decision/decision_no",
            "decision_no_characters",
        ),
        (
            {"decision__decision_no": "1101051234567890"},
            "/decision/decision_no",
            "decision_elsewhere",
        ),
        ({"decision": GONE}, "/decision", "missing"),
        ({"payer__name": "张3"}, "/payer/name", "name_characters"),
        ({"payer__name": GONE}, "/payer/name", "missing"),
        ({"payer__id_no": "410102199202291235"}, "/payer/id_no", "resident_id_check_digit"),
        ({"payer__id_no": "4101021992022912"}, "/payer/id_no", "resident_id_length"),
        ({"payment_channel": "cash"}, "/payment_channel", "choice"),
        ({"amount_fen": 20000}, "/amount_fen", "unknown_field"),
        ({"applicant__capacity": "agent"}, "/applicant/capacity", "choice"),
        ({"user_kind": "unit"}, "/user_kind", "unit_not_served"),
    ],
)
def test_what_is_wrong_with_a_payment_is_pointed_at(
    change: dict[str, Any], pointer: str, rule: str, defects: Defects
) -> None:
    assert (pointer, rule) in defects(spoiled(PAYMENT, **change))


@pytest.mark.parametrize("number", ["410105123456789", "4101051234567890", "419001123456789"])
def test_a_decision_has_fifteen_or_sixteen_digits(number: str, defects: Defects) -> None:
    assert defects(spoiled(PAYMENT, decision__decision_no=number)) == []


def test_somebody_else_may_pay_and_need_not_give_his_number(defects: Defects) -> None:
    assert defects(spoiled(PAYMENT, payer__name="李四", payer__id_no=GONE)) == []


def test_the_office_is_that_of_the_decision() -> None:
    body = spoiled(PAYMENT, decision__decision_no="419001123456789")
    assert read_form(json.dumps(body).encode(), today=TODAY).office() == "419001"


def test_all_defects_are_told_at_once(defects: Defects) -> None:
    body = spoiled(
        PAYMENT,
        decision__decision_no="1",
        payer__name="3",
        payer__id_no="410102199202291235",
        payment_channel="cash",
        declaration__agreed_at=None,
    )
    assert [pointer for pointer, _ in defects(body)] == [
        "/declaration/agreed_at",
        "/decision/decision_no",
        "/payer/name",
        "/payer/id_no",
        "/payment_channel",
    ]
