"""The contract of a register elsewhere is made from the types that its client writes and reads."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from msgspec.structs import fields

from domain.register.learner_permit import LearnerPermitRecord
from domain.register.licence import LicenceRecord
from domain.register.vehicle import VehicleRecord
from workers.registers.document import document

DOCS = Path(__file__).parents[2] / "docs"
SCHEMAS = document()["components"]["schemas"]


def test_the_document_is_the_one_in_docs() -> None:
    stored = (DOCS / "register.openapi.json").read_text("utf-8")
    assert json.loads(stored) == json.loads(json.dumps(document())), (
        "python -m workers.registers.document"
    )


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("record", [VehicleRecord, LicenceRecord, LearnerPermitRecord])
def test_a_record_has_a_person_where_ours_has_indexes(record: type) -> None:
    person = "owner" if record is VehicleRecord else "holder"
    entry = SCHEMAS[record.__name__.replace("Record", "Entry")]["properties"]
    ours = {each.name for each in fields(record)}
    assert entry.keys() == ours - {f"{person}_name"}
    assert entry[person] == {"$ref": "#/components/schemas/RegisteredPerson"}
