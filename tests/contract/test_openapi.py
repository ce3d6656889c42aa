"""The description: every body, answer and header has a type, and an example that fits it."""

from collections.abc import Iterator
from typing import Any, Final

import pytest
from jsonschema import FormatChecker
from jsonschema.validators import Draft202012Validator

from tests.contract.test_resources import DOCUMENT

JSON: Final = "application/json"
Operation = dict[str, Any]
OPERATIONS: Final[list[Operation]] = [
    {**operation, "method": method, "path": path}
    for path, each in DOCUMENT["paths"].items()
    for method, operation in each.items()
]


def validator(schema: Any) -> Draft202012Validator:
    whole = {**schema, "components": DOCUMENT["components"]}
    return Draft202012Validator(whole, format_checker=FormatChecker())


def named(operation: Operation) -> str:
    return str(operation["operationId"])


def bodies(operation: Operation) -> Iterator[tuple[str, Any]]:
    yield from operation.get("requestBody", {"content": {}})["content"].items()


def answers(operation: Operation) -> Iterator[tuple[str, str, Any]]:
    for status, answer in operation["responses"].items():
        if status.startswith("2"):
            for media_type, content in answer.get("content", {}).items():
                yield status, media_type, content


def is_typed(schema: Any) -> bool:
    """A reference, a list of something typed, or text; never an object of anything."""
    items = schema.get("items", {})
    return "$ref" in schema or "$ref" in items or schema.get("type") == "string"


def test_the_name_makes_a_package_that_can_be_typed() -> None:
    assert DOCUMENT["info"]["title"].isascii()


@pytest.mark.parametrize("operation", OPERATIONS, ids=named)
def test_every_body_has_a_type_and_an_example_that_fits_it(operation: Operation) -> None:
    assert (operation["method"] in {"post", "put"}) == ("requestBody" in operation)
    for media_type, content in bodies(operation):
        assert is_typed(content["schema"])
        if media_type == JSON:
            several = [each["value"] for each in content.get("examples", {}).values()]
            for example in several or [content["example"]]:
                validator(content["schema"]).validate(example)


@pytest.mark.parametrize("operation", OPERATIONS, ids=named)
def test_every_answer_has_a_type_and_an_example_that_fits_it(operation: Operation) -> None:
    found = list(answers(operation))
    assert found
    for _, media_type, content in found:
        assert is_typed(content["schema"])
        if media_type == JSON:
            validator(content["schema"]).validate(content["example"])


@pytest.mark.parametrize("operation", OPERATIONS, ids=named)
def test_every_parameter_has_a_type_and_an_example_that_fits_it(operation: Operation) -> None:
    for parameter in operation["parameters"]:
        if "$ref" not in parameter:
            validator(parameter["schema"]).validate(parameter["example"])


@pytest.mark.parametrize("operation", OPERATIONS, ids=named)
def test_whoever_is_turned_away_finds_the_status_described(operation: Operation) -> None:
    found = set(operation["responses"])
    assert {"400", "429", "503", "default"} <= found
    assert ("401" in found) == ("403" in found) == ("security" in operation)
    assert "requestBody" not in operation or {"409", "413", "415", "422"} <= found


def test_what_is_not_json_is_not_called_so() -> None:
    media_types = {
        named(operation): {media_type for _, media_type, _ in answers(operation)}
        for operation in OPERATIONS
        if named(operation) in {"submitApplications"}
    }
    assert media_types == {"submitApplications": {"application/jsonl"}}


def test_headers_are_described_where_they_are_sent() -> None:
    headers = {
        named(operation): set(answer.get("headers", {}))
        for operation in OPERATIONS
        for status, answer in operation["responses"].items()
        if status == ("201" if named(operation) == "submitApplication" else "200")
    }
    assert headers["submitApplication"] == {"ETag", "Location", "Idempotency-Replayed"}
    assert headers["acceptCase"] == {"ETag", "Idempotency-Replayed"}
    assert headers["getApplication"] == headers["getCase"] == {"ETag"}
    assert headers["listApplications"] == headers["listCases"] == {"Link"}
    assert headers["listOffices"] == {"ETag", "Cache-Control"}


def test_a_masked_part_keeps_the_types_of_what_is_not_masked() -> None:
    vehicle = DOCUMENT["components"]["schemas"]["MaskedVehicle"]["properties"]
    assert vehicle["imported"]["type"] == "boolean"
    assert "02" in vehicle["plate_kind"]["enum"]
    assert vehicle["vin"]["type"] == "string"
