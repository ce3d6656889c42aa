"""P01: the licence, the violation within what is handled online, and the driver's word."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from domain.services.catalogue import CATALOGUE
from domain.services.reader import read_form
from domain.services.split import sealed_parts
from tests.unit.services.conftest import TODAY
from tests.unit.services.spoiled import GONE, spoiled

Defects = Callable[..., list[tuple[str, str]]]
HANDLING = CATALOGUE["violation_handling"].example(TODAY)


@pytest.mark.parametrize(
    ("change", "pointer", "rule"),
    [
        (
            {"licence__licence_no": "411327196003012041"},
            "/licence/licence_no",
            "licence_no_is_id_no",
        ),
        ({"licence__file_no": "41010012345"}, "/licence/file_no", "file_no_length"),
        ({"licence__classes": "C1"}, "/licence/classes", "unknown_field"),
        ({"violation__violation_no": "4101#"}, "/violation/violation_no", "length"),
        (
            {"violation__violation_no": "4101###"},
            "/violation/violation_no",
            "violation_no_characters",
        ),
        ({"violation__plate_kind": "22"}, "/violation/plate_kind", "plate_temporary"),
        ({"violation__plate_no": "京A12345"}, "/violation/plate_no", "plate_province"),
        (
            {"violation__occurred_at": "2020-02-25T09:30:00+08:00"},
            "/violation/occurred_at",
            "in_future",
        ),
        ({"violation__occurred_at": "2020-02-17T09:30:00"}, "/violation/occurred_at", "instant"),
        (
            {"violation__occurred_at": "1800-02-17T09:30:00Z"},
            "/violation/occurred_at",
            "date_range",
        ),
        ({"violation__region_code": "410100"}, "/violation/region_code", "region_not_county"),
        ({"violation__place": "路口"}, "/violation/place", "length"),
        ({"violation__act_code": "134"}, "/violation/act_code", "act_code_length"),
        ({"violation__act_code": "13 X4"}, "/violation/act_code", "act_code_characters"),
        ({"violation__fine_yuan": 201}, "/violation/fine_yuan", "fine_not_online"),
        ({"violation__fine_yuan": -1}, "/violation/fine_yuan", "range"),
        ({"violation__fine_yuan": "100"}, "/violation/fine_yuan", "type"),
        ({"violation__points": 4}, "/violation/points", "points_unknown"),
        ({"violation__points": 12}, "/violation/points", "points_not_online"),
        ({"accept_facts": GONE}, "/accept_facts", "missing"),
        ({"accept_facts": False}, "/statement", "statement_missing"),
        ({"accept_facts": False, "statement": "  "}, "/statement", "statement_missing"),
        ({"statement": "x" * 501}, "/statement", "length"),
        ({"statement": "不是\x07我"}, "/statement", "statement_characters"),
        ({"user_kind": "web_registered"}, "/user_kind", "real_name_required"),
        ({"applicant__capacity": "agent"}, "/applicant/capacity", "choice"),
    ],
)
def test_what_is_wrong_with_a_violation_is_pointed_at(
    change: dict[str, Any], pointer: str, rule: str, defects: Defects
) -> None:
    assert (pointer, rule) in defects(spoiled(HANDLING, **change))


@pytest.mark.parametrize(("fine", "points"), [(0, 0), (200, 6), (50, 1), (100, 2)])
def test_the_simple_procedure_reaches_two_hundred_yuan_and_six_points(
    fine: int, points: int, defects: Defects
) -> None:
    body = spoiled(HANDLING, violation__fine_yuan=fine, violation__points=points)
    assert defects(body) == []


def test_the_scale_of_points_is_that_of_the_day(defects: Defects) -> None:
    later = date(2022, 4, 1)
    body = CATALOGUE["violation_handling"].example(later)
    assert defects(spoiled(body, violation__points=2), later) == [
        ("/violation/points", "points_unknown")
    ]
    assert defects(spoiled(body, violation__points=3), later) == []


def test_whoever_objects_says_why_and_may_bring_evidence(defects: Defects) -> None:
    paper = {
        "kind": "evidence",
        "sha256": "0" * 64,
        "media_type": "image/jpeg",
        "size": 1024,
    }
    body = spoiled(
        HANDLING,
        accept_facts=False,
        statement="当时礼让救护车，\n驶入公交车道。",
        documents=[paper, {**paper, "sha256": "1" * 64}],
    )
    assert defects(body) == []


def test_the_statement_is_sealed_and_the_office_is_that_of_the_place() -> None:
    body = spoiled(HANDLING, accept_facts=False, statement="当时让行救护车")
    form = read_form(json.dumps(body).encode(), today=TODAY)
    assert "让行" in sealed_parts(form)["details"].decode()
    assert form.office() == "410100"
    assert form.subjects().matter_no == "4101051234567890"


def test_all_defects_are_told_at_once(defects: Defects) -> None:
    body = spoiled(
        HANDLING,
        licence__file_no="1",
        violation__violation_no="1",
        violation__plate_no="豫",
        violation__occurred_at="yesterday",
        violation__region_code="1",
        violation__place="路",
        violation__act_code="x",
        violation__fine_yuan=500,
        violation__points=5,
        accept_facts=False,
    )
    assert [pointer for pointer, _ in defects(body)] == [
        "/licence/file_no",
        "/violation/violation_no",
        "/violation/plate_no",
        "/violation/occurred_at",
        "/violation/region_code",
        "/violation/place",
        "/violation/act_code",
        "/violation/fine_yuan",
        "/violation/points",
        "/statement",
    ]
