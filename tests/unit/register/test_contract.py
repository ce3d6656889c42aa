"""Persons of a register elsewhere are indexed as a form writes them."""

from datetime import date

import msgspec
import pytest

from domain.vault import BlindIndex, Purpose
from tests.kit.register_records import normal_permit
from workers.registers.contract import extract

NAMES = BlindIndex(bytes(32))


@pytest.mark.parametrize(
    ("there", "here"),
    [
        ("0012345678(B)", "0012345678B"),
        ("h-1234567", "H1234567"),
        ("410102 19920229 1236", "410102199202291236"),
        ("91410000MA40000000", "91410000MA40000000"),
    ],
)
def test_the_number_of_a_person_has_the_normal_form_of_a_form(there: str, here: str) -> None:
    permit = msgspec.to_builtins(normal_permit(date(2020, 2, 24)))
    permit["holder"] = {"id_no": there, "name": "张三"}
    said = extract(msgspec.json.encode({"at": "2020-02-24T00:00:00Z", "permit": permit}), NAMES)
    assert said.permit
    assert said.permit.holder == NAMES.of(Purpose.ID_NO, here)
