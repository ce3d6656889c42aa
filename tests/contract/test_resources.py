"""What follows from the line of an aggregate: routes, their permissions, their description."""

from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any, Final

import pytest
from jsonschema.validators import Draft202012Validator

from api.actions import slug
from api.app import application
from api.desk import Desk
from api.permissions import permissions
from api.resource import OFFICIALS, READERS, Resource
from api.resources import RESOURCES
from cheguan.registry import REGISTRY
from domain.aggregates import AGGREGATES


@asynccontextmanager
async def _never_opened() -> AsyncIterator[Desk]:
    raise AssertionError("the application is only described")
    yield


APP: Final = application(
    _never_opened, aggregates=REGISTRY.aggregates, resources=REGISTRY.resources
)
DOCUMENT: Final[dict[str, Any]] = APP.openapi()
PERMISSIONS: Final = permissions(APP)
COMMANDS: Final = [(resource, row) for resource in RESOURCES for row in resource.decisions]


def path(resource: Resource[Any], *steps: str) -> str:
    return "/".join((f"/api/v1/{resource.path}", f"{{{resource.of.kind}}}", *steps))


def command_path(resource: Resource[Any], row: Any) -> str:
    """A command that begins a stream names none in its address."""
    if resource.begins(row):
        return f"/api/v1/{resource.path}/{slug(row.command)}"
    return path(resource, slug(row.command))


def operations() -> Iterator[dict[str, Any]]:
    for each in DOCUMENT["paths"].values():
        yield from each.values()


def references(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        if isinstance(found := schema.get("$ref"), str):
            yield found
        for inner in schema.values():
            yield from references(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from references(inner)


def test_every_aggregate_has_its_line() -> None:
    assert [resource.of for resource in RESOURCES] == list(AGGREGATES)


@pytest.mark.parametrize(("resource", "row"), COMMANDS)
def test_whoever_a_row_names_may_use_its_route_and_nobody_else(
    resource: Resource[Any], row: Any
) -> None:
    route = f"POST {command_path(resource, row)}"
    assert PERMISSIONS[route] == resource.givers(row)


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda resource: resource.path)
def test_a_stream_and_its_history_are_read_by_its_readers(resource: Resource[Any]) -> None:
    assert PERMISSIONS[f"GET {path(resource)}"] == resource.readers
    officials = resource.readers & READERS
    assert PERMISSIONS[f"GET {path(resource, 'history')}"] == officials


@pytest.mark.parametrize(("resource", "row"), COMMANDS)
def test_a_command_is_described_by_its_words_its_body_and_its_headers(
    resource: Resource[Any], row: Any
) -> None:
    operation = DOCUMENT["paths"][command_path(resource, row)]["post"]
    title = resource.of.words.commands[row.command.__name__]
    ref = operation["requestBody"]["content"]["application/json"]["schema"]["$ref"]
    body = DOCUMENT["components"]["schemas"][ref.rpartition("/")[2]]
    headers = {
        each["name"]: each.get("required", False)
        for each in operation["parameters"]
        if "name" in each
    }
    assert operation["summary"] == title.en
    assert operation["description"].startswith(title.zh)
    assert set(body["properties"]) == set(row.command.__struct_fields__)
    for_an_office = resource.givers(row) <= OFFICIALS
    begins = resource.begins(row)
    if not begins:
        assert headers["If-Match"] is (for_an_office and not resource.only_first(row))
    assert headers["Idempotency-Key"] is begins
    assert operation["security"] == [{"bearer": []}]


def test_every_operation_has_a_name_of_its_own() -> None:
    names = Counter(operation["operationId"] for operation in operations())
    assert [name for name, times in names.items() if times > 1] == []


def test_every_schema_is_one_and_refers_to_what_there_is() -> None:
    schemas = DOCUMENT["components"]["schemas"]
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)
    known = {
        f"#/components/{sort}/{name}"
        for sort, components in DOCUMENT["components"].items()
        for name in components
    }
    assert set(references(DOCUMENT)) <= known


def test_what_is_hidden_is_in_no_description() -> None:
    case = DOCUMENT["components"]["schemas"]["Case"]["properties"]
    assert case.keys().isdisjoint({"key_id", "claim", "id_no_index"})
    assert case["sealed"] == {"type": "array", "items": {"type": "string"}}
