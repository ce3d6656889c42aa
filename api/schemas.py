"""What aggregates say and are told, for the OpenAPI description."""

from typing import Any, Final

import msgspec

from domain.aggregate import Aggregate
from domain.hidden import HIDDEN, marks
from domain.message import Command

Schema = dict[str, Any]

_REF: Final = "#/components/schemas/{name}"
_TEXT: Final[Schema] = {"type": "string"}
_COUNT: Final[Schema] = {"type": "integer", "minimum": 0}
_ID: Final[Schema] = {"type": "string", "format": "uuid"}
_OBJECT: Final[Schema] = {"type": "object"}
_PLACE: Final[Schema] = {"version": _COUNT, "position": _COUNT}
_ACTIONS: Final[Schema] = {
    "type": "array",
    "items": _TEXT,
    "description": "The commands that the caller may give next.",
}
IDEMPOTENCY_KEY: Final[Schema] = {
    "name": "Idempotency-Key",
    "in": "header",
    "schema": {"type": "string", "minLength": 1, "maxLength": 128},
    "description": "The same key and body again give the same answer, once carried out.",
}
IF_MATCH: Final[Schema] = {
    "name": "If-Match",
    "in": "header",
    "schema": {"type": "string"},
    "description": "The ETag as you saw it, several of them, or `*` (RFC 9110 §13.1.1); "
    "412 when it has moved on.",
    "example": '"v3"',
}
RECEIPT: Final[Schema] = {
    "type": "object",
    "required": ["id", "stage", "version", "position", "actions"],
    "properties": {"id": _ID, "stage": _TEXT, **_PLACE, "actions": _ACTIONS},
    "additionalProperties": _TEXT,
}
_STEP: Final[Schema] = {
    "type": "object",
    "properties": {
        **_PLACE,
        "at": {"type": "string", "format": "date-time"},
        "by": _OBJECT,
        **dict.fromkeys(("office", "channel", "rules", "build"), _TEXT),
        "cause": _ID,
        "title": _TEXT,
        "event": _OBJECT,
        "stage": _TEXT,
        "stage_title": _TEXT,
    },
}


def answer(schema: Schema, status: int = 200) -> Schema:
    """What an operation adds to its description for the body of its answer."""
    return {"responses": {str(status): {"content": {"application/json": {"schema": schema}}}}}


def body_of(command: type[Command]) -> tuple[Schema, Schema]:
    """The schema of a command's body, and the definitions that it refers to."""
    _, definitions = msgspec.json.schema_components([command], ref_template=_REF)
    return definitions[command.__name__], definitions


def one_of(aggregate: Aggregate[Any]) -> tuple[Schema, Schema]:
    """The schema of one stream as it stands, and the definitions that it refers to."""
    state, definitions = _state(aggregate)
    properties = {
        "id": _ID,
        **_PLACE,
        "stage": _TEXT,
        "stage_title": _TEXT,
        "state": state,
        "actions": _ACTIONS,
        "parts": {"type": "object", "additionalProperties": _OBJECT},
    }
    required = [name for name in properties if name != "parts"]
    return {"type": "object", "required": required, "properties": properties}, definitions


def history_of(aggregate: Aggregate[Any]) -> tuple[Schema, Schema]:
    """The schema of a stream's history, and the definitions that it refers to."""
    state, definitions = _state(aggregate)
    properties = {
        "id": _ID,
        "version": _COUNT,
        "of_versions": _COUNT,
        "state": {"anyOf": [state, {"type": "null"}]},
        "events": {"type": "array", "items": _STEP},
    }
    return {"type": "object", "required": [*properties], "properties": properties}, definitions


def list_of(row: type[msgspec.Struct], name: str) -> tuple[Schema, Schema]:
    """The schema of a page of rows under ``name``, and the definitions that it refers to."""
    line, definitions = _shown(row)
    properties = {
        name: {"type": "array", "items": line},
        "next": {"anyOf": [_TEXT, {"type": "null"}]},
    }
    return {"type": "object", "required": [*properties], "properties": properties}, definitions


def _state(aggregate: Aggregate[Any]) -> tuple[Schema, Schema]:
    return _shown(type(aggregate.initial))


def _shown(kind: type[msgspec.Struct]) -> tuple[Schema, Schema]:
    """A structure as it leaves: without what is hidden, and with the names of what is sealed."""
    (ref,), definitions = msgspec.json.schema_components([kind], ref_template=_REF)
    properties = definitions[kind.__name__]["properties"]
    for name, mark in marks(kind).items():
        if mark is HIDDEN:
            del properties[name]
        else:
            properties[name] = {"type": "array", "items": _TEXT}
    return ref, definitions
