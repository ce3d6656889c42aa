"""V02: what is wrong with a form, told all at once."""

from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec
import pytest

from domain.services.catalogue import CATALOGUE
from domain.services.choices import Channel, UserKind
from domain.services.driving_permit_reissue.facts import DrivingPermitReissueFacts
from domain.services.reader import read_form
from tests.unit.services.conftest import TODAY

Defects = Callable[..., list[tuple[str, str]]]
SERVICE = CATALOGUE["driving_permit_reissue"]


@pytest.fixture
def permit() -> dict[str, Any]:
    return dict(SERVICE.example(TODAY))


@pytest.mark.parametrize(
    ("business", "reason", "fits"),
    [
        ("reissue", "lost", True),
        ("reissue", "destroyed", True),
        ("replace", "damaged", True),
        ("replace", "pages_full", True),
        ("reissue", "damaged", False),
        ("reissue", "pages_full", False),
        ("replace", "lost", False),
        ("replace", "destroyed", False),
    ],
)
def test_what_is_gone_is_reissued_and_what_is_there_replaced(
    business: str, reason: str, fits: bool, permit: dict[str, Any], defects: Defects
) -> None:
    found = defects(permit | {"business": business, "reason": reason})
    assert found == ([] if fits else [("/reason", "business_reason")])


@pytest.mark.parametrize(
    ("change", "pointer", "rule"),
    [
        ({"reason": "bored"}, "/reason", "choice"),
        ({"business": "swap"}, "/business", "choice"),
        ({"user_kind": "web_registered"}, "/user_kind", "real_name_required"),
        ({"payment": {"method": "barter"}}, "/payment/method", "choice"),
        ({"need_temp_plate": True}, "/need_temp_plate", "unknown_field"),
        (
            {"delivery": {"mode": "pickup", "pickup_office_id": "410200"}},
            "/delivery/pickup_office_id",
            "pickup_office_elsewhere",
        ),
    ],
)
def test_a_wrong_field_is_pointed_at(
    change: dict[str, Any], pointer: str, rule: str, permit: dict[str, Any], defects: Defects
) -> None:
    assert defects(permit | change) == [(pointer, rule)]


@pytest.mark.parametrize("field", ["business", "reason", "vehicle", "delivery", "payment"])
def test_nothing_that_is_needed_may_be_left_out(
    field: str, permit: dict[str, Any], defects: Defects
) -> None:
    del permit[field]
    assert defects(permit) == [(f"/{field}", "missing")]


def test_the_photo_of_the_vehicle_is_asked_for(permit: dict[str, Any], defects: Defects) -> None:
    permit["documents"] = permit["documents"][:2]
    assert defects(permit) == [("/documents", "document_missing_vehicle_photo_45deg")]


def test_an_agent_brings_a_mandate(permit: dict[str, Any], defects: Defects) -> None:
    permit |= {"channel": "window"}
    permit["applicant"] |= {"capacity": "agent"}
    permit["agent"] = {"name": "李四", "id_no": "410102199202291236", "mobile": "13800001235"}
    assert defects(permit) == [("/documents", "document_missing_mandate")]


def test_all_that_is_wrong_is_told_at_once(permit: dict[str, Any], defects: Defects) -> None:
    permit["vehicle"] |= {"plate_no": "京A12345", "vin": "LZYTBTD61L1000123"}
    permit |= {"business": "replace", "delivery": {"mode": "post"}, "documents": []}
    assert defects(permit) == [
        ("/vehicle/plate_no", "plate_province"),
        ("/vehicle/vin", "vin_check_digit"),
        ("/reason", "business_reason"),
        ("/delivery/recipient_name", "missing"),
        ("/delivery/recipient_mobile", "missing"),
        ("/delivery/region_code", "missing"),
        ("/delivery/address", "missing"),
        ("/documents", "document_missing_id_back"),
        ("/documents", "document_missing_id_front"),
        ("/documents", "document_missing_vehicle_photo_45deg"),
    ]


@pytest.mark.parametrize(
    ("day", "fen"),
    [(date(2017, 6, 30), 15_00), (date(2017, 7, 1), 10_00), (TODAY, 10_00)],
)
def test_the_permit_costs_ten_yuan_since_july_2017(day: date, fen: int) -> None:
    facts = read_form(msgspec.json.encode(SERVICE.example(TODAY)), today=TODAY).facts()
    assert isinstance(facts, DrivingPermitReissueFacts)
    assert (facts.channel, facts.user_kind) == (Channel.ONLINE_APP, UserKind.REAL_NAME)
    assert SERVICE.fee(facts, day) == fen
