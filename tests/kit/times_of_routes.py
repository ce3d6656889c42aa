"""Every day and every instant that somebody may send, as the description of the API names them."""

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any, Final, NamedTuple

Schema = Mapping[str, Any]
Steps = tuple[str | int, ...]

FORMATS: Final = frozenset({"date", "date-time"})
KNOWN: Final[Mapping[str, Any]] = {"place": "410105", "region": "410100", "office": "410122"}
"""Values that a schema alone does not tell."""


class TimePlace(NamedTuple):
    """Where a day or an instant stands in a request. ``body`` is the rest of it, all sound."""

    method: str
    path: str
    stands_in: str
    steps: Steps
    kind: str
    body: str | None = None

    def with_value(self, value: str) -> Any:
        """The body with this value in its place."""
        whole = json.loads(self.body or "{}")
        inner = whole
        for step in self.steps[:-1]:
            inner = inner[step]
        inner[self.steps[-1]] = value
        return whole


def times_of(document: Schema) -> list[TimePlace]:
    """The places in queries, headers, addresses and bodies of every operation."""
    return [
        place
        for path, operations in document["paths"].items()
        for method, operation in operations.items()
        for place in (
            *_parameters(document, path, method, operation),
            *_bodies(document, path, method, operation),
        )
    ]


def _parameters(document: Schema, path: str, method: str, operation: Schema) -> Iterator[TimePlace]:
    for each in operation.get("parameters", ()):
        told = _followed(document, each)
        for _, kind in _times(document, told["schema"], ()):
            yield TimePlace(method, path, told["in"], (told["name"],), kind)


def _bodies(document: Schema, path: str, method: str, operation: Schema) -> Iterator[TimePlace]:
    content = operation.get("requestBody", {}).get("content", {}).get("application/json")
    if content is None:
        return
    examples = [each["value"] for each in content.get("examples", {}).values()]
    examples += [content["example"]] if "example" in content else []
    schema = content["schema"]
    for body in examples or [_sample(document, schema)]:
        for steps, kind in dict.fromkeys(_times(document, schema, ())):
            if _reaches(body, steps[:-1]):
                yield TimePlace(method, path, "body", steps, kind, json.dumps(body))


def _times(document: Schema, schema: Schema, steps: Steps) -> Iterator[tuple[Steps, str]]:
    """The steps to each day and instant. A definition inside itself is not entered again."""
    schema = _followed(document, schema)
    if schema.get("format") in FORMATS:
        yield steps, schema["format"]
    if len(steps) > 6:
        return
    for choice in ("anyOf", "oneOf", "allOf"):
        for each in schema.get(choice, ()):
            yield from _times(document, each, steps)
    for name, each in schema.get("properties", {}).items():
        yield from _times(document, each, (*steps, name))
    if "items" in schema:
        yield from _times(document, schema["items"], (*steps, 0))


def _followed(document: Schema, schema: Schema) -> Schema:
    while "$ref" in schema:
        found: Any = document
        for step in schema["$ref"].removeprefix("#/").split("/"):
            found = found[step]
        schema = found
    return schema


def _reaches(body: Any, steps: Steps) -> bool:
    try:
        for step in steps:
            body = body[step]
    except (KeyError, IndexError, TypeError):
        return False
    return isinstance(body, dict | list)


def _sample(document: Schema, schema: Schema, name: str = "") -> Any:
    """Some value of a schema, with what is required."""
    schema = _followed(document, schema)
    if "example" in schema:
        return deepcopy(schema["example"])
    if name in KNOWN:
        return KNOWN[name]
    for choice in ("anyOf", "oneOf", "allOf"):
        if choice in schema:
            return _sample(document, schema[choice][0], name)
    if "enum" in schema:
        return schema["enum"][0]
    match schema.get("type"):
        case "object":
            required = schema.get("required", ())
            properties = schema.get("properties", {})
            return {each: _sample(document, properties[each], each) for each in required}
        case "integer" | "number":
            return schema.get("minimum", 1)
        case "boolean":
            return True
        case "array":
            return []
        case _:
            return "2020-02-24"
