"""The schemas of every structure that is sent, and how they are named and joined."""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

import msgspec
from pydantic import BaseModel, TypeAdapter

from domain.message import Command
from domain.titles import Title, field_titles

Schema = dict[str, Any]

REF: Final = "#/components/schemas/{name}"


class Described(NamedTuple):
    """A schema, and by their names those to which it refers."""

    schema: Schema
    definitions: Schema


def ref(name: str) -> Schema:
    """A reference to the schema of this name."""
    return {"$ref": REF.format(name=name)}


def schema_of(kind: Any) -> Described:
    """The schema of a type."""
    (schema,), definitions = msgspec.json.schema_components([kind], ref_template=REF)
    return Described(_plain(schema), _plain(definitions))


def block_of(kind: type[BaseModel]) -> Described:
    """The schema of a block of fields."""
    schema = TypeAdapter(kind).json_schema(ref_template=REF.replace("{name}", "{model}"))
    return named(kind.__name__, schema, schema.pop("$defs", {}))


def lines_of(line: Described) -> Described:
    """Text of which every line is JSON of this schema."""
    return Described(
        {"type": "string", "contentMediaType": "application/json", "contentSchema": line.schema},
        line.definitions,
    )


def any_of(*kinds: Schema) -> Schema:
    """Whichever of several."""
    return {"anyOf": list(kinds)}


def named(name: str, schema: Schema, definitions: Schema | None = None) -> Described:
    """A schema that stands under a name of its own."""
    return Described(ref(name), {**(definitions or {}), name: {"title": name, **schema}})


def command_body(command: type[Command], fields: Mapping[str, Title]) -> Described:
    """The schema of a command's body. Its fields have their own names, or those of the events'."""
    found, fields = schema_of(command), {**fields, **field_titles(command)}
    for name, schema in found.definitions[command.__name__]["properties"].items():
        if (title := fields.get(name)) and "$ref" not in schema:
            schema.setdefault("description", f"{title.zh} · {title.en}")
    return found


def camel(name: str) -> str:
    """``DriverLicences`` for ``driver-licences``."""
    return "".join(word.capitalize() for word in name.replace("_", "-").split("-"))


def _plain(schema: Any) -> Any:
    """The schema without words beside a reference, which not every reader allows."""
    if isinstance(schema, list):
        return [_plain(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    if isinstance(found := schema.get("$ref"), str):
        return {"$ref": found}
    return {name: _plain(value) for name, value in schema.items()}
