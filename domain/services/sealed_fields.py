"""The fields of what is sealed, by part: which of them are personal, and of what type they are.

A block is sealed whole if any field of it is personal (ADR 6), so some fields of a sealed part
tell nothing about a person, such as the kind of a plate.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from pydantic import BaseModel

from domain.services.catalogue import CATALOGUE
from domain.services.form import Form
from domain.services.form_fields import blocks_in
from domain.services.personal import personal_fields
from domain.services.split import DETAILS, NUMBER
from domain.services.window.form import WindowForm


class SealedField(NamedTuple):
    """A field of a sealed part. ``annotation`` is its type, and is text where it is personal."""

    personal: bool
    annotation: Any


def _fields() -> Iterator[tuple[str, str, SealedField]]:
    forms: tuple[type[Form], ...] = (
        *(service.form for service in CATALOGUE.values()),
        WindowForm,
    )
    for form in forms:
        own = personal_fields(form)
        for name, field in form.model_fields.items():
            if name in own:
                yield DETAILS, name, SealedField(True, field.annotation)
            for block in blocks_in(field.annotation):
                yield from ((name, *each) for each in _of(block))


def _of(block: type[BaseModel]) -> Iterator[tuple[str, SealedField]]:
    personal = personal_fields(block)
    for name, field in block.model_fields.items():
        yield name, SealedField(name in personal, field.annotation)


def _by_part() -> dict[str, dict[str, SealedField]]:
    """What is personal in one form is personal in all."""
    parts: dict[str, dict[str, SealedField]] = {}
    for part, name, field in _fields():
        seen = parts.setdefault(part, {}).get(name)
        if seen is None or field.personal:
            parts[part][name] = field
    parts[NUMBER] = {"plate_no": SealedField(True, str)}
    return {
        part: fields
        for part, fields in parts.items()
        if any(field.personal for field in fields.values())
    }


SEALED_FIELDS: Final[Mapping[str, Mapping[str, SealedField]]] = MappingProxyType(_by_part())
