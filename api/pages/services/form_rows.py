"""A form's published JSON schema as the rows of a table."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from api.language import Language
from api.pages.words.form_choices import FORM_CHOICES, KINDS
from api.pages.words.form_fields import FORM_FIELDS

Schema = Mapping[str, Any]


class Field(NamedTuple):
    """A field. ``path`` is that in the JSON, and ``choices`` are codes with their words.

    ``needed`` is ``yes`` or ``no``, or ``depends`` if it depends on what else is filled in.
    """

    path: str
    title: str
    depth: int
    needed: str
    personal: bool
    kind: str
    choices: tuple[tuple[str, str], ...]


def form_rows(schema: Schema, language: Language) -> list[Field]:
    """Every field that may be sent. A block comes before what is in it."""
    return list(_rows(schema, schema.get("$defs", {}), language, "", 0))


def _rows(
    schema: Schema, blocks: Schema, language: Language, before: str, depth: int
) -> Iterator[Field]:
    shapes = list(_objects(schema, blocks))
    for name in dict.fromkeys(name for shape in shapes for name in shape["properties"]):
        having = [shape for shape in shapes if name in shape["properties"]]
        found = {"anyOf": [shape["properties"][name] for shape in having]}
        inside = any(_objects(found, blocks))
        required = all(name in shape.get("required", ()) for shape in having)
        depends = len(having) < len(shapes) if required else inside
        title = FORM_FIELDS.get(name)
        yield Field(
            path=f"{before}{name}",
            title=title.text(language) if title else name,
            depth=depth,
            needed="depends" if depends else "yes" if required else "no",
            personal="x-personal" in str(found),
            kind="" if inside else _kind(found, blocks, language),
            choices=() if inside else tuple(_choices(name, found, blocks, language)),
        )
        if inside:
            mark = "[]." if "'items'" in str(found) else "."
            yield from _rows(found, blocks, language, f"{before}{name}{mark}", depth + 1)


def _shapes(schema: Schema, blocks: Schema) -> Iterator[Schema]:
    """The schema, with references followed, and with alternatives and items taken apart."""
    if "$ref" in schema:
        yield from _shapes(blocks[schema["$ref"].rpartition("/")[2]], blocks)
        return
    options = schema.get("anyOf") or schema.get("oneOf")
    for option in options or ():
        yield from _shapes(option, blocks)
    if "items" in schema:
        yield from _shapes(schema["items"], blocks)
    elif not options:
        yield schema


def _objects(schema: Schema, blocks: Schema) -> Iterator[Schema]:
    return (shape for shape in _shapes(schema, blocks) if "properties" in shape)


def _kind(schema: Schema, blocks: Schema, language: Language) -> str:
    kinds = (shape.get("format") or shape.get("type") for shape in _shapes(schema, blocks))
    kind = next((str(kind) for kind in kinds if kind not in {None, "null"}), "string")
    title = KINDS.get(kind)
    return title.text(language) if title else kind


def _choices(
    name: str, schema: Schema, blocks: Schema, language: Language
) -> Iterator[tuple[str, str]]:
    words = FORM_CHOICES.get(name, {})
    for shape in _shapes(schema, blocks):
        for code in shape.get("enum") or ([shape["const"]] if "const" in shape else []):
            yield str(code), words[code].text(language) if code in words else ""
