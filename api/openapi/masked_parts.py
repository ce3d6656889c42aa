"""The sealed parts of the forms as they are shown: what is personal is masked text."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Final, get_args

from pydantic import AwareDatetime

from api.openapi.schemas import Described, Schema, named, ref
from domain.services.sealed_fields import SEALED_FIELDS, SealedField
from domain.services.texts import FIELDS, PARTS
from domain.titles import Title

NAME: Final = "MaskedParts"
_KINDS: Final[dict[type, Schema]] = {
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    datetime: {"type": "string", "format": "date-time"},
    AwareDatetime: {"type": "string", "format": "date-time"},
    date: {"type": "string", "format": "date"},
    str: {"type": "string"},
}


def masked_parts() -> Described:
    """The parts by name. Whoever erased his data, or never gave it, has fewer of them."""
    parts = {part: named(f"Masked{part.capitalize()}", _part(part)) for part in SEALED_FIELDS}
    definitions = {name: each for part in parts.values() for name, each in part.definitions.items()}
    shown = {
        "type": "object",
        "properties": {part: ref(f"Masked{part.capitalize()}") for part in parts},
    }
    return named(NAME, shown, definitions)


def _part(part: str) -> Schema:
    properties = {
        name: {**_shown(f"{part}.{name}", field), "description": _described(part, name, field)}
        for name, field in SEALED_FIELDS[part].items()
    }
    title = PARTS[part]
    return {"type": "object", "description": _both(title), "properties": properties}


def _shown(path: str, field: SealedField) -> Schema:
    if field.personal:
        return _KINDS[str]
    if (named_field := FIELDS.get(path)) and named_field.choices:
        return {"type": "string", "enum": [str(code) for code in named_field.choices]}
    return next(_KINDS[kind] for kind in _kinds(field.annotation) if kind in _KINDS)


def _described(part: str, name: str, field: SealedField) -> str:
    found = FIELDS.get(f"{part}.{name}") or FIELDS.get(name)
    title = _both(found.title) if found and found.title else name
    return f"{title} (masked)" if field.personal else title


def _both(title: Title) -> str:
    return f"{title.zh} · {title.en}"


def _kinds(annotation: Any) -> Iterator[type]:
    """The types that an annotation is made of."""
    if isinstance(annotation, type):
        yield annotation
    for inner in get_args(annotation):
        yield from _kinds(inner)
