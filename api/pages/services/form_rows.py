"""A form's published JSON schema as the rows of a table."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from api.form_schema import form_schema
from api.language import Language
from domain.services.blocks.applicant.words import NAME, PERSON_NAME
from domain.services.choices import UserKind
from domain.services.form import Form
from domain.services.form_fields import FormField, fields_of
from domain.titles import Title

Schema = Mapping[str, Any]

_KINDS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "string": Title("文字", "text"),
        "boolean": Title("是或者否", "true or false"),
        "integer": Title("整数", "whole number"),
        "date": Title("日期", "date"),
        "date-time": Title("时间", "instant"),
        "uuid": Title("UUID", "UUID"),
    }
)


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


class _Form(NamedTuple):
    """``blocks`` are the definitions that the schema refers to."""

    blocks: Schema
    fields: Mapping[str, FormField]
    users: frozenset[UserKind]
    language: Language


def form_rows(form: type[Form], language: Language) -> list[Field]:
    """Every field that may be sent. A block comes before what is in it."""
    schema = form_schema(form)
    about = _Form(schema.get("$defs", {}), fields_of(form), form.USER_KINDS, language)
    return list(_rows(schema, about, "", 0))


def _rows(schema: Schema, about: _Form, before: str, depth: int) -> Iterator[Field]:
    shapes = list(_objects(schema, about.blocks))
    for name in dict.fromkeys(name for shape in shapes for name in shape["properties"]):
        having = [shape for shape in shapes if name in shape["properties"]]
        found = {"anyOf": [shape["properties"][name] for shape in having]}
        inside = any(_objects(found, about.blocks))
        required = all(name in shape.get("required", ()) for shape in having)
        depends = len(having) < len(shapes) if required else inside
        field = about.fields[f"{before}{name}".replace("[]", "")]
        yield Field(
            path=f"{before}{name}",
            title=_title(field.title, about) if field.title else name,
            depth=depth,
            needed="depends" if depends else "yes" if required else "no",
            personal="x-personal" in str(found),
            kind="" if inside else _kind(found, about),
            choices=() if inside else tuple(_choices(field, found, about)),
        )
        if inside:
            mark = "[]." if "'items'" in str(found) else "."
            yield from _rows(found, about, f"{before}{name}{mark}", depth + 1)


def _title(title: Title, about: _Form) -> str:
    """Where only a person may apply, he has a 姓名."""
    personal = title == NAME and UserKind.UNIT not in about.users
    return (PERSON_NAME if personal else title).text(about.language)


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


def _kind(schema: Schema, about: _Form) -> str:
    kinds = (shape.get("format") or shape.get("type") for shape in _shapes(schema, about.blocks))
    kind = next((str(kind) for kind in kinds if kind not in {None, "null"}), "string")
    title = _KINDS.get(kind)
    return title.text(about.language) if title else kind


def _choices(field: FormField, schema: Schema, about: _Form) -> Iterator[tuple[str, str]]:
    for shape in _shapes(schema, about.blocks):
        for code in shape.get("enum") or ([shape["const"]] if "const" in shape else []):
            choice = field.choices.get(code)
            yield str(code), choice.text(about.language) if choice else ""
