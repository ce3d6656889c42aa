"""V03: what is wrong with a form, told all at once, and which office it goes to."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from domain.services.catalogue import CATALOGUE
from domain.services.reader import read_form
from tests.unit.services.conftest import TODAY

Defects = Callable[..., list[tuple[str, str]]]
SERVICE = CATALOGUE["inspection_mark_reissue"]


@pytest.fixture
def mark() -> dict[str, Any]:
    return dict(SERVICE.example(TODAY))


@pytest.mark.parametrize(
    ("change", "pointer", "rule"),
    [
        ({"reason": "pages_full"}, "/reason", "choice"),
        ({"mark_office_id": "440100"}, "/mark_office_id", "mark_office_unknown"),
        ({"mark_office_id": "410100.noc"}, "/mark_office_id", "mark_office_unknown"),
        ({"mark_office_id": ""}, "/mark_office_id", "length"),
        ({"business": "reissue"}, "/business", "unknown_field"),
        ({"payment": {"method": "online"}}, "/payment", "unknown_field"),
        ({"user_kind": "web_registered"}, "/user_kind", "real_name_required"),
        (
            {"delivery": {"mode": "pickup", "pickup_office_id": "410300"}},
            "/delivery/pickup_office_id",
            "pickup_office_elsewhere",
        ),
    ],
)
def test_a_wrong_field_is_pointed_at(
    change: dict[str, Any], pointer: str, rule: str, mark: dict[str, Any], defects: Defects
) -> None:
    assert defects(mark | change) == [(pointer, rule)]


@pytest.mark.parametrize("field", ["reason", "vehicle", "delivery"])
def test_nothing_that_is_needed_may_be_left_out(
    field: str, mark: dict[str, Any], defects: Defects
) -> None:
    del mark[field]
    assert defects(mark) == [(f"/{field}", "missing")]


def test_all_that_is_wrong_is_told_at_once(mark: dict[str, Any], defects: Defects) -> None:
    mark["vehicle"] |= {"plate_kind": "22"}
    mark["vehicle"]["engine_no"] = "!"
    mark |= {"reason": "eaten", "mark_office_id": "999999", "documents": []}
    mark["delivery"]["region_code"] = "410100"
    assert defects(mark) == [
        ("/vehicle/plate_kind", "plate_temporary"),
        ("/vehicle/engine_no", "engine_no_characters"),
        ("/reason", "choice"),
        ("/mark_office_id", "mark_office_unknown"),
        ("/delivery/region_code", "region_not_county"),
        ("/documents", "document_missing_driving_permit"),
        ("/documents", "document_missing_id_back"),
        ("/documents", "document_missing_id_front"),
    ]


def test_it_goes_to_the_office_of_registration_or_to_that_which_issued_the_mark(
    mark: dict[str, Any],
) -> None:
    def office(body: dict[str, Any]) -> str:
        return read_form(json.dumps(body).encode(), today=TODAY).office()

    assert office(mark) == "410100"
    assert office(mark | {"mark_office_id": "410300"}) == "410300"


def test_who_applies_where_the_mark_was_issued_collects_it_there(
    mark: dict[str, Any], defects: Defects
) -> None:
    mark |= {"delivery": {"mode": "pickup", "pickup_office_id": "410300"}}
    assert defects(mark | {"mark_office_id": "410300"}) == []
