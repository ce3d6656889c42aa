"""D05: the permit, the subject and class, the site and the day."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from domain.services.catalogue import CATALOGUE
from domain.services.reader import read_form
from tests.unit.services.conftest import TODAY
from tests.unit.services.spoiled import GONE, spoiled

Defects = Callable[..., list[tuple[str, str]]]
BOOKING = CATALOGUE["exam_booking"].example(TODAY)


@pytest.mark.parametrize(
    ("change", "pointer", "rule"),
    [
        ({"permit__permit_no": "41010012?456"}, "/permit/permit_no", "permit_no_characters"),
        ({"permit__permit_no": "41"}, "/permit/permit_no", "length"),
        ({"permit": GONE}, "/permit", "missing"),
        ({"subject": "SUBJ4"}, "/subject", "choice"),
        ({"exam_class": "C9"}, "/exam_class", "choice"),
        ({"site_id": "410100"}, "/site_id", "place_unknown"),
        ({"site_id": "410100.ins1"}, "/site_id", "place_unknown"),
        ({"exam_date": "2020-02-24"}, "/exam_date", "slot_not_ahead"),
        ({"exam_date": "2020-02-27"}, "/exam_date", "exam_list_closed"),
        ({"exam_date": "2020-04-25"}, "/exam_date", "slot_too_far"),
        ({"exam_date": "soon"}, "/exam_date", "date"),
        ({"session": "night"}, "/session", "choice"),
        ({"applicant__capacity": "owner"}, "/applicant/capacity", "choice"),
        ({"user_kind": "unit"}, "/user_kind", "unit_not_served"),
    ],
)
def test_what_is_wrong_with_a_booking_is_pointed_at(
    change: dict[str, Any], pointer: str, rule: str, defects: Defects
) -> None:
    assert (pointer, rule) in defects(spoiled(BOOKING, **change))


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (date(2020, 2, 24), "2020-02-28"),
        (date(2020, 4, 29), "2020-05-08"),
    ],
)
def test_bookings_close_three_working_days_before_the_examination(
    today: date, first: str, defects: Defects
) -> None:
    body = CATALOGUE["exam_booking"].example(today)
    before = date.fromordinal(date.fromisoformat(first).toordinal() - 1).isoformat()
    assert defects(spoiled(body, exam_date=first), today) == []
    assert defects(spoiled(body, exam_date=before), today) == [("/exam_date", "exam_list_closed")]


def test_a_driver_who_learns_for_another_class_books_too(defects: Defects) -> None:
    body = spoiled(BOOKING, applicant__capacity="driver", exam_class="A2", subject="SUBJ3_ROAD")
    assert defects(body) == []


def test_the_office_is_that_of_the_site_and_each_subject_is_a_matter_of_its_own() -> None:
    first = read_form(json.dumps(BOOKING).encode(), today=TODAY)
    body = spoiled(BOOKING, subject="SUBJ3_ROAD", site_id="419001.exs1")
    second = read_form(json.dumps(body).encode(), today=TODAY)
    assert (first.office(), second.office()) == ("410100", "419001")
    assert first.subjects().matter_no != second.subjects().matter_no


def test_all_defects_are_told_at_once(defects: Defects) -> None:
    body = spoiled(
        BOOKING,
        permit__permit_no="4",
        subject="SUBJ9",
        exam_class="Z",
        site_id="nowhere",
        exam_date="2020-02-01",
        session="night",
    )
    assert [pointer for pointer, _ in defects(body)] == [
        "/permit/permit_no",
        "/subject",
        "/exam_class",
        "/site_id",
        "/exam_date",
        "/session",
    ]
