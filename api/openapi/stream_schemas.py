"""The schemas of what is shown of an aggregate: a receipt, one stream, its history, a list."""

from typing import Any, Final

import msgspec

from api.actions import slug
from api.openapi.schemas import Described, Schema, camel, named, ref, schema_of
from domain.aggregate import Aggregate
from domain.hidden import HIDDEN, held, marks
from domain.people import Actor
from domain.titles import field_titles

_TEXT: Final[Schema] = {"type": "string"}
_COUNT: Final[Schema] = {"type": "integer", "minimum": 0}
_ID: Final[Schema] = {"type": "string", "format": "uuid"}
_PLACE: Final[Schema] = {
    "version": {**_COUNT, "description": "How many events have happened; the ETag names it."},
    "position": {**_COUNT, "description": "How far the log goes; see `min_position`."},
}


def receipt_of(aggregate: Aggregate[Any]) -> Described:
    """The schema of the answer to a command."""
    properties = {
        "id": _ID,
        **dict.fromkeys(aggregate.about(aggregate.initial), _TEXT),
        "stage": _stages(aggregate),
        **_PLACE,
        "actions": _actions(aggregate),
    }
    return named(f"{camel(aggregate.kind)}Receipt", _whole(properties))


UNOPENED: Final[Schema] = {
    "type": "array",
    "items": _TEXT,
    "description": "Parts that are there and cannot be opened: they are damaged.",
}


def one_of(
    aggregate: Aggregate[Any], *, parts: bool, days: bool, lawful: bool = False
) -> Described:
    """The schema of one stream as it stands, with its masked ``parts`` and its last ``days``,
    by law and under relief.
    """
    state, definitions = _shown(type(aggregate.initial))
    properties = {
        "id": _ID,
        **_PLACE,
        "stage": _stages(aggregate),
        "stage_title": _TEXT,
        "state": state,
        "actions": _actions(aggregate),
    }
    if days:
        properties["deadlines"] = {"type": "array", "items": ref("DeadlineView")}
    if lawful:
        properties["both_deadlines"] = {"type": "array", "items": ref("BothDeadlines")}
    if parts:
        properties |= {"parts": ref("MaskedParts"), "unopened": UNOPENED}
    return named(f"{camel(aggregate.kind)}View", _whole(properties), definitions)


def history_of(aggregate: Aggregate[Any]) -> Described:
    """The schema of a stream's history."""
    state, definitions = _shown(type(aggregate.initial))
    kind = camel(aggregate.kind)
    step = _whole(
        {
            **_PLACE,
            "at": {"type": "string", "format": "date-time"},
            "by": ref("Actor"),
            **dict.fromkeys(("office", "channel", "rules", "build"), _TEXT),
            "cause": _ID,
            "title": _TEXT,
            "event": ref(f"{kind}Event"),
            "stage": _stages(aggregate),
            "stage_title": _TEXT,
        }
    )
    history = _whole(
        {
            "id": _ID,
            "version": _COUNT,
            "of_versions": _COUNT,
            "unreadable_from": {"anyOf": [_COUNT, {"type": "null"}]},
            "unopened": UNOPENED,
            "state": {"anyOf": [state, {"type": "null"}]},
            "events": {"type": "array", "items": ref(f"{kind}Step")},
        }
    )
    beside = {f"{kind}Step": step, f"{kind}Event": _any_event(aggregate, definitions)}
    return named(
        f"{kind}History", history, {**definitions, **beside, **schema_of(Actor).definitions}
    )


def _any_event(aggregate: Aggregate[Any], definitions: Schema) -> Schema:
    """Whichever event of an aggregate, as it is shown. Adds each of them to ``definitions``."""
    refs = []
    for row in aggregate.effects:
        shown, beside = _shown(row.event)
        definitions.update(beside)
        refs.append(shown)
    mapping = {
        row.event.__name__: each["$ref"] for row, each in zip(aggregate.effects, refs, strict=True)
    }
    return {"oneOf": refs, "discriminator": {"propertyName": "type", "mapping": mapping}}


def list_of(row: type[msgspec.Struct], name: str) -> Described:
    """The schema of a page of rows under ``name``."""
    line, definitions = _shown(row)
    properties = {
        name: {"type": "array", "items": line},
        "next": {"anyOf": [_TEXT, {"type": "null"}], "description": "The cursor of the next page."},
    }
    return named(f"{camel(name)}Page", _whole(properties), definitions)


def _stages(aggregate: Aggregate[Any]) -> Schema:
    return {"type": "string", "enum": [str(each) for each in type(aggregate.initial.stage)]}


def _actions(aggregate: Aggregate[Any]) -> Schema:
    slugs = sorted(slug(row.command) for row in aggregate.decisions)
    return {
        "type": "array",
        "items": {"type": "string", "enum": slugs},
        "description": "The commands that the caller may give next: the last step of their path.",
    }


def _whole(properties: Schema) -> Schema:
    """An object all of whose properties are there."""
    return {"type": "object", "required": [*properties], "properties": properties}


def _shown(kind: type[msgspec.Struct]) -> Described:
    """A structure as it leaves: without what is hidden, and with the names of what is sealed."""
    schema, definitions = schema_of(kind)
    for each in held(kind):
        _leave_out(each, definitions[each.__name__])
    named = _named_in(schema, definitions, set())
    return Described(schema, {name: definitions[name] for name in definitions if name in named})


def _named_in(schema: Any, definitions: Schema, found: set[str]) -> set[str]:
    """The definitions to which the schema still refers. What only a hidden field had is gone."""
    if isinstance(schema, list):
        for each in schema:
            _named_in(each, definitions, found)
    elif isinstance(schema, dict):
        name = str(schema.get("$ref", "")).rpartition("/")[2]
        if name in definitions and name not in found:
            found.add(name)
            _named_in(definitions[name], definitions, found)
        _named_in(list(schema.values()), definitions, found)
    return found


def _leave_out(kind: type[msgspec.Struct], shown: Schema) -> None:
    titles = field_titles(kind)
    for name, mark in marks(kind).items():
        if mark is HIDDEN:
            shown["properties"].pop(name, None)
        else:
            shown["properties"][name] = {"type": "array", "items": _TEXT}
    for name, title in titles.items():
        if (found := shown["properties"].get(name)) and "$ref" not in found:
            found.setdefault("description", f"{title.zh} · {title.en}")
    shown["required"] = [name for name in shown.get("required", ()) if name in shown["properties"]]
