"""Fields that must not leave to a screen, marked where they are declared.

A key and a blind index say nothing to a reader. They only serve to open and to find. Of what is
sealed a reader learns which parts there are.
"""

from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

import msgspec


class Mark(Enum):
    """Stands in ``Annotated`` beside the type of a field."""

    HIDDEN = "left out"
    SEALED = "named by its parts"


HIDDEN: Final = Mark.HIDDEN
SEALED: Final = Mark.SEALED


@cache
def marks(kind: type[msgspec.Struct]) -> Mapping[str, Mark]:
    """The marked fields of a class."""
    return {
        name: mark
        for name, hint in get_type_hints(kind, include_extras=True).items()
        for mark in get_args(hint)
        if isinstance(mark, Mark)
    }


def held(kind: type[msgspec.Struct]) -> Iterator[type[msgspec.Struct]]:
    """A class, and those of the structures that are fields of it."""
    yield kind
    for hint in get_type_hints(kind).values():
        choices = get_args(hint) if get_origin(hint) in {Union, UnionType} else (hint,)
        for each in choices:
            if isinstance(each, type) and issubclass(each, msgspec.Struct):
                yield from held(each)


def shown(value: msgspec.Struct) -> dict[str, Any]:
    """The fields of an event or a state as plain data, without those that are marked.

    A sealed field is the sorted list of its parts. Marks count in the value itself and in a
    structure that is one of its fields, not in what stands in a list.
    """
    plain: dict[str, Any] = msgspec.to_builtins(value)
    _leave_out(value, plain)
    return plain


def _leave_out(value: msgspec.Struct, plain: dict[str, Any]) -> None:
    for name, mark in marks(type(value)).items():
        if mark is HIDDEN:
            plain.pop(name, None)
        elif name in plain:
            plain[name] = sorted(plain[name])
    for name, inner in plain.items():
        if isinstance(inner, dict) and isinstance(field := getattr(value, name), msgspec.Struct):
            _leave_out(field, inner)
