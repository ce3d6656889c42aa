"""D07 and D08: the cycle, the day that is due after it, and who owes anything then."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from domain.law import Law
from domain.services.catalogue import CATALOGUE
from domain.services.defects import FormRefused
from domain.services.reader import read_form
from tests.unit.services.conftest import TODAY

Defects = Callable[..., list[tuple[str, str]]]
BOTH = ["medical_deferral", "review_deferral"]


def body(code: str, **licence: str | None) -> dict[str, Any]:
    made: dict[str, Any] = dict(CATALOGUE[code].example(TODAY))
    made["licence"] |= licence
    return made


@pytest.mark.parametrize("code", BOTH)
@pytest.mark.parametrize(
    ("field", "value", "rule"),
    [
        ("licence_no", "411327196003012041", "licence_no_is_id_no"),
        ("file_no", "110100123456", "issued_elsewhere"),
        ("classes", "DC1", "classes_order"),
        ("valid_until", "9999-12-31", "date_range"),
        ("first_issued_on", "2020-02-25", "date_range"),
        ("first_issued_on", "1949-10-01", "date_range"),
        ("first_issued_on", "24/05/2017", "date"),
        ("due_on", "2020-06-24", "due_on_cycle"),
        ("due_on", "2020-05-24", "due_on_cycle"),
        ("due_on", "soon", "date"),
    ],
)
def test_a_licence_without_the_duty_on_that_day_is_refused(
    code: str, field: str, value: str, rule: str, defects: Defects
) -> None:
    assert defects(body(code, **{field: value})) == [(f"/licence/{field}", rule)]


@pytest.mark.parametrize("code", BOTH)
def test_a_long_term_licence_has_its_cycles_too(code: str, defects: Defects) -> None:
    assert defects(body(code, valid_until=None)) == []


@pytest.mark.parametrize(
    ("channel", "today", "rules"),
    [
        ("online_app", date(2020, 5, 19), []),
        ("online_app", date(2020, 5, 20), ["R-TOO-LATE"]),
        ("window", date(2020, 6, 19), []),
        ("window", date(2020, 6, 20), ["R-TOO-LATE"]),
    ],
)
def test_online_one_asks_a_month_before_the_thirty_days_end_and_at_the_window_until_then(
    channel: str, today: date, rules: list[str], defects: Defects
) -> None:
    review = body(
        "review_deferral",
        first_issued_on="2015-05-20",
        due_on="2020-06-19",
    )
    review["channel"] = channel
    review["requested_until"] = "2021-06-19"
    review["declaration"] |= {
        "agreed_at": f"{today}T09:30:00+08:00",
    }
    assert defects(review, today) == [("/licence/due_on", rule) for rule in rules]


@pytest.mark.parametrize(
    ("until", "rule"),
    [
        ("2020-06-23", "deferral_not_later"),
        ("2023-06-24", "deferral_too_long"),
        ("2101-01-01", "date_range"),
        ("2021-02-29", "date"),
    ],
)
@pytest.mark.parametrize("code", BOTH)
def test_it_ends_after_the_day_that_is_due_and_within_three_years(
    code: str, until: str, rule: str, defects: Defects
) -> None:
    deferral = body(code, first_issued_on="2017-05-24", due_on="2020-06-23")
    assert defects(deferral | {"requested_until": until}) == [("/requested_until", rule)]
    assert defects(deferral | {"requested_until": "2023-06-23"}) == []


@pytest.mark.parametrize("code", BOTH)
def test_everything_wrong_is_told_at_once(code: str, defects: Defects) -> None:
    wrong = body(code, classes="C9", due_on="2020-02-30") | {"reason": "holiday"}
    wrong["user_kind"] = "web_registered"
    wrong["applicant"] |= {"capacity": "owner"}
    wrong["requested_until"] = "tomorrow"
    del wrong["documents"][3]
    assert defects(wrong) == [
        ("/user_kind", "real_name_required"),
        ("/applicant/capacity", "choice"),
        ("/licence/classes", "classes_characters"),
        ("/licence/due_on", "date"),
        ("/reason", "choice"),
        ("/requested_until", "date"),
        ("/documents", "document_missing_deferral_proof"),
    ]


def of_seventy(licence: dict[str, str]) -> dict[str, Any]:
    """Somebody who turns seventy on 2020-04-15."""
    medical = body("medical_deferral", **licence)
    medical["applicant"]["id_no"] = medical["licence"]["licence_no"] = "411502195004150015"
    return medical


def test_who_is_seventy_when_the_cycle_ends_owes_a_certificate_each_year(defects: Defects) -> None:
    licence = {"classes": "C1", "first_issued_on": "2012-05-20", "due_on": "2020-06-19"}
    assert defects(of_seventy(licence)) == []


def test_who_is_not_yet_seventy_then_owes_none(defects: Defects) -> None:
    licence = {"classes": "C1", "first_issued_on": "2012-04-14", "due_on": "2020-05-14"}
    assert defects(of_seventy(licence)) == [("/licence/due_on", "medical_not_required")]


def test_a_holder_of_c5_owes_one_after_every_third_cycle(defects: Defects) -> None:
    second = body("medical_deferral", first_issued_on="2018-05-24", due_on="2020-06-23")
    assert defects(second) == [("/licence/due_on", "due_on_cycle")]
    third = second["licence"] | {"due_on": "2021-06-23"}
    assert defects(second | {"licence": third, "requested_until": "2022-01-01"}) == []


def test_of_a_foreigner_nobody_knows_the_age(defects: Defects) -> None:
    medical = body(
        "medical_deferral", classes="C1", first_issued_on="2018-05-24", due_on="2020-06-23"
    )
    medical["applicant"] |= {"id_type": "passport", "id_no": "E12345678"}
    medical["licence"]["licence_no"] = "E12345678"
    assert defects(medical) == []


def test_the_office_that_issued_the_licence_decides(defects: Defects) -> None:
    assert defects(body("review_deferral", file_no="419000123456")) == []


@pytest.mark.parametrize(
    ("code", "article"), [("medical_deferral", "72"), ("review_deferral", "70")]
)
def test_the_day_that_is_due_rests_on_the_article_of_the_duty(code: str, article: str) -> None:
    wrong = json.dumps(body(code, due_on="2020-06-24")).encode()
    with pytest.raises(FormRefused) as refused:
        read_form(wrong, today=TODAY)
    (found,) = refused.value.defects
    assert found.law == Law("139", article, verified=True)
