"""The contract of a carrier elsewhere is made from the types that its client writes and reads."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from workers.carriers.document import document

DOCS = Path(__file__).parents[2] / "docs"
DOCUMENT = document()
SCHEMAS = DOCUMENT["components"]["schemas"]


def test_the_document_is_the_one_in_docs() -> None:
    stored = (DOCS / "carrier.openapi.json").read_text("utf-8")
    assert json.loads(stored) == json.loads(json.dumps(DOCUMENT)), (
        "python -m workers.carriers.document"
    )


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])


def test_whom_an_item_is_for_stands_in_no_address() -> None:
    for path, item in DOCUMENT["paths"].items():
        assert path.startswith("/items/{key}")
        assert [each["name"] for each in item["parameters"]] == ["key"]
