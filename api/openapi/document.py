"""The OpenAPI description. What FastAPI cannot see for itself is added here."""

from datetime import UTC, date, datetime
from typing import Any, Final

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import TypeAdapter

from api.openapi.examples import Examples
from api.openapi.masked_parts import masked_parts
from api.openapi.operation import DEFINITIONS, JSON, without_content
from api.openapi.parameters import HEADERS, IF_NONE_MATCH, PARAMETERS
from api.openapi.problem_schema import RESPONSES, SCHEMAS, add_problems
from api.openapi.schemas import REF, Described, Schema, any_of, camel, named, ref
from domain.calendar import local_day
from domain.services.catalogue import OPEN_SERVICES, WINDOW_SERVICES, AnyForm

_APPLICATIONS: Final = "/api/v1/applications"
_WINDOWS: Final = "/api/v1/window-cases"
_SERVERS: Final = [{"url": "/", "description": "this service"}]
_FASTAPI_S_OWN: Final = ("HTTPValidationError", "ValidationError")
_LANGUAGE: Final = {"$ref": "#/components/parameters/AcceptLanguage"}


def describe(app: FastAPI) -> dict[str, Any]:
    """Describes the API in OpenAPI 3.1, with forms by service, examples, headers and problems.

    Examples are of the service's own day. The description of a day is made once.
    """
    today = _today(app)
    made: tuple[date, dict[str, Any]] | None = getattr(app.state, "described", None)
    if made is None or made[0] != today:
        app.state.described = made = (today, _document(app, today))
    return made[1]


def _today(app: FastAPI) -> date:
    desk = getattr(app.state, "desk", None)
    return desk.today if desk else local_day(datetime.now(UTC))


def _document(app: FastAPI, today: date) -> dict[str, Any]:
    document = get_openapi(
        title=app.title,
        version=app.version,
        summary=app.summary,
        description=app.description,
        routes=app.routes,
        servers=_SERVERS,
    )
    document["externalDocs"] = {"url": "/reference", "description": "The reference, with guides"}
    components = document.setdefault("components", {})
    schemas = components.setdefault("schemas", {})
    for name in _FASTAPI_S_OWN:
        schemas.pop(name, None)
    schemas.update(SCHEMAS)
    components |= {"headers": HEADERS, "parameters": PARAMETERS, "responses": RESPONSES}
    kinds = [camel(each.of.kind) for each in app.state.resources]
    acted_on = [camel(each.of.kind) for each in app.state.resources if each.decisions]
    for shared in (
        masked_parts(),
        _forms(),
        named("AnyReceipt", any_of(*(ref(f"{kind}Receipt") for kind in acted_on))),
        named("AnyHistory", any_of(*(ref(f"{kind}History") for kind in kinds))),
    ):
        _define(schemas, shared.definitions)
    document["paths"][_APPLICATIONS]["post"]["requestBody"] = _application(today)
    windows = document["paths"][_WINDOWS]["post"]["requestBody"]["content"][JSON]
    windows["examples"] = _taken_in(today)
    operations = [each for path in document["paths"].values() for each in path.values()]
    for path in document["paths"].values():
        if look := path.get("get"):
            _revalidated(look)
    for operation in operations:
        _define(schemas, operation.pop(DEFINITIONS, {}))
        add_problems(operation)
        operation.setdefault("parameters", []).append(_LANGUAGE)
    examples = Examples(document, today)
    for operation in operations:
        examples.add(operation)
    return document


def _revalidated(look: Schema) -> None:
    """Whoever names the ETag that he has is told that it is still the same."""
    if "ETag" in look["responses"]["200"].get("headers", {}):
        look["responses"] |= without_content(304, "It is as you have it already.")["responses"]
        look.setdefault("parameters", []).append(dict(IF_NONE_MATCH))


def _define(schemas: Schema, definitions: Schema) -> None:
    """Adds definitions. Raises ``TypeError`` for one name that means two things."""
    for name, schema in definitions.items():
        if name in schemas and _content(schemas[name]) != _content(schema):
            raise TypeError(f"two schemas are called {name}")
        schemas.setdefault(name, schema)


def _content(schema: Schema) -> tuple[list[str], list[str]]:
    return sorted(schema.get("properties", {})), sorted(map(str, schema.get("enum", [])))


def _forms() -> Described:
    schema = TypeAdapter(AnyForm).json_schema(ref_template=REF.replace("{name}", "{model}"))
    return named("AnyApplication", schema, schema.pop("$defs", {}))


def _taken_in(today: date) -> dict[str, Any]:
    return {
        service.code: {
            "summary": service.title.en,
            "value": {"application": service.example(today)},
        }
        for service in WINDOW_SERVICES.values()
        if service.open
    }


def _application(today: date) -> dict[str, Any]:
    examples = {
        service.code: {"summary": service.title.en, "value": service.example(today)}
        for service in OPEN_SERVICES.values()
    }
    return {
        "required": True,
        "content": {JSON: {"schema": ref("AnyApplication"), "examples": examples}},
    }
