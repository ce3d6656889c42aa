"""The description of an operation as rows for a page."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import msgspec

from api.language import Language
from api.pages.reference.words import OPERATIONS, PARAMETERS, TAGS

Document = Mapping[str, Any]


class OperationRow(NamedTuple):
    """An operation in brief."""

    id: str
    method: str
    path: str
    title: str
    tag: str
    said: Mapping[str, Any]


class FieldRow(NamedTuple):
    """A parameter, or a field of a body."""

    name: str
    place: str
    kind: str
    required: bool
    meaning: str
    example: str


class SampleRow(NamedTuple):
    """What travels over the wire, as an example."""

    title: str
    content: str


def operations(document: Document, language: Language) -> Iterator[OperationRow]:
    """All operations in the order of the description."""
    for path, methods in document["paths"].items():
        for method, said in methods.items():
            name = said["operationId"]
            title = said.get("x-title", {"zh": OPERATIONS.get(name), "en": said.get("summary")})
            yield OperationRow(name, method.upper(), path, title[language], said["tags"][0], said)


def by_tag(document: Document, language: Language) -> list[tuple[str, list[OperationRow]]]:
    """The operations under the titles of their tags."""
    tags: dict[str, list[OperationRow]] = {}
    for row in operations(document, language):
        tags.setdefault(row.tag, []).append(row)
    return [(tag_title(tag, language), rows) for tag, rows in tags.items()]


def tag_title(tag: str, language: Language) -> str:
    """The title of a tag. One that has no words keeps its name."""
    return TAGS[tag].text(language) if tag in TAGS else tag


def parameter_rows(said: Document, language: Language) -> list[FieldRow]:
    """The parameters that an operation has of its own."""
    rows = []
    for each in said.get("parameters", ()):
        if "$ref" not in each:
            meaning = each.get("description", "")
            if language == "zh":
                meaning = PARAMETERS.get(each["name"], "")
            row = FieldRow(
                each["name"],
                each["in"],
                _kind(each["schema"]),
                each.get("required", False),
                meaning,
                str(each.get("example", "")),
            )
            rows.append(row)
    return rows


def body_rows(document: Document, said: Document, language: Language) -> list[FieldRow]:
    """The fields of the body, one level deep."""
    content = said.get("requestBody", {}).get("content", {}).get("application/json")
    schema = _meant(document, content["schema"]) if content else {}
    required = schema.get("required", ())
    return [
        FieldRow(name, "body", _kind(each), name in required, _meaning(each, language), "")
        for name, each in schema.get("properties", {}).items()
    ]


def samples(content: Mapping[str, Any]) -> Iterator[SampleRow]:
    """The examples of a body or an answer."""
    for media_type, each in content.items():
        several = each.get("examples") or {}
        for name, example in several.items():
            yield SampleRow(f"{media_type} · {name}", _json(example["value"]))
        if "example" in each and not several:
            yield SampleRow(media_type, _json(each["example"]))


def _json(value: Any) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()


def _meant(document: Document, schema: Mapping[str, Any]) -> Mapping[str, Any]:
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        found: Mapping[str, Any] = document["components"]["schemas"][name]
        return found
    return schema


def _kind(schema: Mapping[str, Any]) -> str:
    """The type in a word: ``string (date)``, ``Stage``, ``array of Paper``."""
    if "$ref" in schema:
        return str(schema["$ref"].rpartition("/")[2])
    for either in (*schema.get("anyOf", ()), *schema.get("oneOf", ())):
        if either.get("type") != "null":
            return _kind(either)
    if schema.get("type") == "array":
        return f"array of {_kind(schema.get('items', {}))}"
    kind = str(schema.get("type", "value"))
    return f"{kind} ({schema['format']})" if "format" in schema else kind


def _meaning(schema: Mapping[str, Any], language: Language) -> str:
    """A description in two languages has the Chinese first, before a middle dot."""
    zh, dot, en = str(schema.get("description", "")).partition(" · ")
    return (zh if language == "zh" else en) if dot else ""
