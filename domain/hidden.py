"""Fields that must not leave to a screen, marked where they are declared.

A key and a blind index say nothing to a reader. They only serve to open and to find. Of what is
sealed a reader learns which parts there are.
"""

from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import Any, Final, get_args, get_type_hints

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


def shown(value: msgspec.Struct) -> dict[str, Any]:
    """The fields of an event or a state as plain data, without those that are marked.

    A sealed field is the sorted list of its parts. Marks count in the value itself, not in
    what stands inside its fields.
    """
    plain: dict[str, Any] = msgspec.to_builtins(value)
    for name, mark in marks(type(value)).items():
        if mark is HIDDEN:
            plain.pop(name, None)
        elif name in plain:
            plain[name] = sorted(plain[name])
    return plain
