"""What a form is made of: its blocks, and every field with its name and its choices."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple, get_args

from domain.choice import Choice
from domain.services.blocks.block import Block
from domain.titles import Title


class FormField(NamedTuple):
    """A field. ``choices`` are by their codes; there are none where any value may stand."""

    title: Title | None
    choices: Mapping[str, Choice]


def blocks_in(annotation: Any) -> tuple[type[Block], ...]:
    """Finds the blocks that an annotation allows, in unions and sequences too."""
    if isinstance(annotation, type) and issubclass(annotation, Block):
        return (annotation,)
    return tuple(block for part in get_args(annotation) for block in blocks_in(part))


def blocks_of(form: type[Block]) -> Iterator[type[Block]]:
    """Goes through the form itself and every block in it. A block that stands twice comes twice."""
    yield form
    for field in form.model_fields.values():
        for block in blocks_in(field.annotation):
            yield from blocks_of(block)


@cache
def fields_of(form: type[Block]) -> Mapping[str, FormField]:
    """Gives the fields by path, such as ``vehicle.plate_no``, in the order of the form."""
    return joined(_fields(form, ""))


def joined(fields: Iterable[tuple[str, FormField]]) -> Mapping[str, FormField]:
    """Puts fields by path. One that stands in several blocks or forms has the choices of all."""
    by_path: dict[str, FormField] = {}
    for path, field in fields:
        seen = by_path.get(path, field)
        by_path[path] = FormField(seen.title, {**seen.choices, **field.choices})
    return MappingProxyType(by_path)


def _fields(block: type[Block], before: str) -> Iterator[tuple[str, FormField]]:
    for name, field in block.model_fields.items():
        choices = {choice.value: choice for choice in _choices(field.annotation)}
        yield f"{before}{name}", FormField(_title(block, name), choices)
        for inner in blocks_in(field.annotation):
            yield from _fields(inner, f"{before}{name}.")


def _title(block: type[Block], name: str) -> Title | None:
    """Finds the name in the annotation, or else that of the block which the field holds.

    A form may narrow a field without naming it again, so what it inherits counts too.
    """
    for kind in block.__mro__:
        if issubclass(kind, Block) and (field := kind.model_fields.get(name)):
            for mark in field.metadata:
                if isinstance(mark, Title):
                    return mark
            for inner in blocks_in(field.annotation):
                if inner.TITLE:
                    return inner.TITLE
    return None


def _choices(annotation: Any) -> Iterator[Choice]:
    if isinstance(annotation, type) and issubclass(annotation, Choice):
        yield from annotation
    elif isinstance(annotation, Choice):
        yield annotation
    for part in get_args(annotation):
        yield from _choices(part)
