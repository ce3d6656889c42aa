"""D09: the licence, its expiry and the day asked for."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

Defects = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("field", "value", "rule"),
    [
        ("licence_no", "411327196003012041", "licence_no_is_id_no"),
        ("licence_no", "410102199202291235", "licence_no_check_digit"),
        ("file_no", "41010012345", "file_no_length"),
        ("file_no", "4101001234X6", "file_no_characters"),
        ("file_no", "990100123456", "file_no_region"),
        ("file_no", "110100123456", "issued_elsewhere"),
        ("file_no", "412300123456", "issued_elsewhere"),
        ("classes", "C9", "classes_characters"),
        ("classes", "C1C1", "classes_duplicate"),
        ("classes", "DC1", "classes_order"),
        ("valid_until", None, "licence_long_term"),
        ("valid_until", "9999-12-31", "date_range"),
        ("valid_until", "2021-02-29", "date"),
        ("valid_until", "24/06/2020", "date"),
    ],
)
def test_a_licence_that_cannot_be_deferred_is_refused(
    field: str, value: str | None, rule: str, deferral: dict[str, Any], defects: Defects
) -> None:
    deferral["licence"][field] = value
    assert defects(deferral) == [(f"/licence/{field}", rule)]


def test_the_office_of_jiyuan_has_power_too(deferral: dict[str, Any], defects: Defects) -> None:
    deferral["licence"]["file_no"] = "419000123456"
    assert defects(deferral) == []


@pytest.mark.parametrize("user_kind", ["web_registered", "unit"])
def test_only_a_real_name_user_defers(
    user_kind: str, deferral: dict[str, Any], defects: Defects
) -> None:
    assert "/user_kind" in dict(defects(deferral | {"user_kind": user_kind}))


@pytest.mark.parametrize(
    ("channel", "today", "rules"),
    [
        ("online_app", date(2020, 2, 29), []),
        ("online_app", date(2020, 3, 1), ["R-TOO-LATE"]),
        ("window", date(2020, 3, 1), []),
        ("window", date(2020, 3, 31), []),
        ("window", date(2020, 4, 1), ["R-TOO-LATE"]),
    ],
)
def test_online_one_asks_a_month_before_expiry_and_at_the_window_until_expiry(
    channel: str, today: date, rules: list[str], deferral: dict[str, Any], defects: Defects
) -> None:
    deferral["channel"] = channel
    deferral["licence"]["valid_until"] = "2020-03-31"
    deferral["declaration"] |= {
        "agreed_at": f"{today}T09:30:00+08:00",
    }
    assert defects(deferral, today) == [("/licence/valid_until", rule) for rule in rules]


@pytest.mark.parametrize(
    ("expiry", "until", "rules"),
    [
        ("2020-06-24", "2020-06-24", ["deferral_not_later"]),
        ("2020-06-24", "2020-06-25", []),
        ("2020-06-24", "2023-06-24", []),
        ("2020-06-24", "2023-06-25", ["deferral_too_long"]),
        ("2024-02-29", "2027-02-28", []),
        ("2024-02-29", "2027-03-01", ["deferral_too_long"]),
        ("2020-06-24", "2021-02-29", ["date"]),
    ],
)
def test_a_deferral_ends_after_expiry_and_within_three_years(
    expiry: str, until: str, rules: list[str], deferral: dict[str, Any], defects: Defects
) -> None:
    deferral["licence"]["valid_until"] = expiry
    deferral["requested_until"] = until
    assert defects(deferral) == [("/requested_until", rule) for rule in rules]


def test_a_licence_with_another_defect_does_not_hide_that_the_deferral_is_too_long(
    deferral: dict[str, Any], defects: Defects
) -> None:
    deferral["licence"]["classes"] = "C9"
    deferral["requested_until"] = "2029-01-01"
    assert defects(deferral) == [
        ("/licence/classes", "classes_characters"),
        ("/requested_until", "deferral_too_long"),
    ]


def test_a_proof_may_have_several_pages(deferral: dict[str, Any], defects: Defects) -> None:
    deferral["documents"].append(deferral["documents"][3] | {"sha256": "b" * 64})
    assert defects(deferral) == []
    deferral["documents"] = deferral["documents"][:3]
    assert defects(deferral) == [("/documents", "document_missing_deferral_proof")]
