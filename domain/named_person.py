"""Somebody whom a command names. The store's own issuer does not stand in his name (ADR 40)."""

from enum import Enum
from functools import cache
from typing import Any, Final, TypeVar, get_args, get_type_hints

from msgspec.structs import replace

from domain.message import Command

C = TypeVar("C", bound=Command)


class PersonMark(Enum):
    """Stands in ``Annotated`` beside the type of a field of a command."""

    PERSON = "the person of an actor"


PERSON: Final = PersonMark.PERSON


def as_events_name_him(command: C, home: str) -> C:
    """The command, with everybody of the issuer ``home`` named by his subject alone.

    Otherwise one human being would have two names, and nobody would find him among those who
    keep out.
    """
    named = {
        name: _without(home, person)
        for name in _people(type(command))
        if (person := getattr(command, name))
    }
    return replace(command, **named) if named else command


def _without(home: str, person: str) -> str:
    subject, _, issuer = person.partition("@")
    return subject if issuer == home else person


@cache
def _people(kind: type[Command]) -> tuple[str, ...]:
    hints = get_type_hints(kind, include_extras=True)
    return tuple(name for name, hint in hints.items() if _marked(hint))


def _marked(hint: Any) -> bool:
    return any(inner is PERSON or _marked(inner) for inner in get_args(hint))
