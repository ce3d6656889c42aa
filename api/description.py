"""The OpenAPI description. What FastAPI cannot see for itself is added here."""

from datetime import UTC, datetime
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import TypeAdapter

from api.commanding import SLUGS
from domain.calendar import local_day
from domain.services.catalogue import CATALOGUE, AnyForm

_REF = "#/components/schemas/{model}"
_HEADERS: dict[str, dict[str, Any]] = {
    "Idempotency-Key": {
        "name": "Idempotency-Key",
        "in": "header",
        "schema": {"type": "string", "minLength": 1, "maxLength": 128},
        "description": "The same key and body again give the same answer, once carried out.",
    },
    "If-Match": {
        "name": "If-Match",
        "in": "header",
        "schema": {"type": "string", "pattern": '^"v[0-9]+"$'},
        "description": "The ETag of the case as you saw it; 412 when it has moved on.",
    },
}
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
    for path, operations in document["paths"].items():
        for operation in operations.values():
            schemas.update(operation.pop("x-definitions", {}))
            _headers(path, operation)
            _problems(operation)
    document["paths"]["/api/v1/applications"]["post"]["requestBody"] = _forms(schemas)
    app.openapi_schema = document
    return document


def _headers(path: str, operation: dict[str, Any]) -> None:
    parameters = operation.setdefault("parameters", [])
    if path in {"/api/v1/applications", "/api/v1/applications/batch"}:
        parameters.append({**_HEADERS["Idempotency-Key"], "required": True})
    elif path.startswith("/api/v1/cases/{case}/") and path.rpartition("/")[2] in SLUGS.values():
        parameters.append({**_HEADERS["If-Match"], "required": True})
        parameters.append(_HEADERS["Idempotency-Key"])


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
    schemas.update(schema.pop("$defs", {}))
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
