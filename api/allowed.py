"""Which values are allowed at a place, for whoever wrote another there."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, Final

import msgspec

from domain.services.catalogue import CATALOGUE
from domain.services.form_fields import fields_of
from domain.services.texts import FIELDS

_PLACE_IN_LIST: Final = re.compile(r"/\d+(?=/|\Z)")


def allowed_in_form(pointer: str, service: str | None) -> list[str]:
    """The codes of a closed list of a form, of all forms if it is of no known ``service``.

    There are none where any value may stand.
    """
    if pointer == "/service":
        return list(CATALOGUE)
    path = _PLACE_IN_LIST.sub("", pointer).removeprefix("/").replace("/", ".")
    fields = fields_of(CATALOGUE[service].form) if service else FIELDS
    field = fields.get(path)
    return [str(code) for code in field.choices] if field else []


def allowed_in_command(kind: Any, path: Sequence[str | int]) -> list[Any]:
    """The same of a structure that msgspec reads."""
    schema, definitions = _schema(kind)
    for step in path:
        schema = _meant(schema, definitions)
        if isinstance(step, int):
            schema = schema.get("items", {})
        else:
            schema = schema.get("properties", {}).get(step, {})
    allowed: list[Any] = _meant(schema, definitions).get("enum", [])
    return allowed


@cache
def _schema(kind: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    (schema,), definitions = msgspec.json.schema_components([kind])
    return schema, definitions


def _meant(schema: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema behind a reference, and that of a value which may be left out."""
    for either in schema.get("anyOf", ()):
        if either.get("type") != "null":
            schema = either
            break
    if "$ref" in schema:
        found: dict[str, Any] = definitions[schema["$ref"].rpartition("/")[2]]
        return found
    return schema
