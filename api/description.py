"""The OpenAPI description. What FastAPI cannot see for itself is added here."""

from datetime import UTC, datetime
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import TypeAdapter

from api.schemas import IDEMPOTENCY_KEY, Schema
from domain.calendar import local_day
from domain.services.catalogue import CATALOGUE, AnyForm

_REF = "#/components/schemas/{model}"
_SUBMISSIONS = frozenset({"/api/v1/applications", "/api/v1/applications/batch"})
_PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "format": "uri-reference"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "defects": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["pointer", "rule", "text"],
                "properties": {
                    "pointer": {"type": "string", "format": "json-pointer"},
                    "rule": {"type": "string"},
                    "text": {"type": "string"},
                    "law": {"type": "string"},
                },
            },
        },
    },
}


def describe(app: FastAPI) -> dict[str, Any]:
    """Describes the API in OpenAPI 3.1, with forms by service, examples, headers and problems."""
    if app.openapi_schema:
        return app.openapi_schema
    document = get_openapi(
        title=app.title,
        version=app.version,
        summary=app.summary,
        description=app.description,
        routes=app.routes,
    )
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    schemas["Problem"] = _PROBLEM
    document["paths"]["/api/v1/applications"]["post"]["requestBody"] = _forms(schemas)
    for path, operations in document["paths"].items():
        for operation in operations.values():
            _define(schemas, operation.pop("x-definitions", {}))
            _problems(operation)
            if path in _SUBMISSIONS:
                key = {**IDEMPOTENCY_KEY, "required": True}
                operation.setdefault("parameters", []).append(key)
    app.openapi_schema = document
    return document


def _define(schemas: Schema, definitions: Schema) -> None:
    """Adds definitions. Raises ``TypeError`` for one name that means two things."""
    for name, schema in definitions.items():
        if name in schemas and _content(schemas[name]) != _content(schema):
            raise TypeError(f"two schemas are called {name}")
        schemas.setdefault(name, schema)


def _content(schema: Schema) -> tuple[list[str], list[str]]:
    return sorted(schema.get("properties", {})), sorted(schema.get("enum", []))


def _problems(operation: dict[str, Any]) -> None:
    """Puts the one shape of every refusal in place of FastAPI's own 422, which is never sent."""
    operation.get("responses", {}).pop("422", None)
    operation.setdefault("responses", {})["default"] = {
        "description": "A problem (RFC 9457)",
        "content": {
            "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
        },
    }


def _forms(schemas: dict[str, Any]) -> dict[str, Any]:
    schema = TypeAdapter(AnyForm).json_schema(ref_template=_REF)
    _define(schemas, schema.pop("$defs", {}))
    today = local_day(datetime.now(UTC))
    return {
        "required": True,
        "content": {
            "application/json": {
                "schema": schema,
                "examples": {
                    service.code: {
                        "summary": service.title.en,
                        "value": service.example(today),
                    }
                    for service in CATALOGUE.values()
                },
            }
        },
    }
