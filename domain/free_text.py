"""Free text in a command. It may name people, so it is sealed before a decision sees it."""

from enum import Enum
from functools import cache
from typing import Any, Final, get_args, get_type_hints

from domain.message import Command


class FreeTextMark(Enum):
    """Stands in ``Annotated`` beside the type of a field of a command."""

    FREE_TEXT = "sealed before it is decided on"


FREE_TEXT: Final = FreeTextMark.FREE_TEXT


@cache
def free_text(kind: type[Command]) -> tuple[str, ...]:
    """The fields of a command that are free text, also those that may be left out."""
    hints = get_type_hints(kind, include_extras=True)
    return tuple(name for name, hint in hints.items() if _marked(hint))


def _marked(hint: Any) -> bool:
    return any(inner is FREE_TEXT or _marked(inner) for inner in get_args(hint))
