"""A consequence that need not be in the same instant: an event here, a command there (ADR 19).

The aggregate that reacts declares it, on an event of any other. So one folder knows the other,
and never both each other.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Final, Generic, NamedTuple, TypeVar
from uuid import UUID

from domain.message import Command, Event
from domain.name_based import uuid5
from domain.refusal import Refusal

E = TypeVar("E", bound=Event)

_SPACE: Final = UUID("8f0b9d62-3c0e-5a44-9d0e-6a3f6a1f7a03").bytes


class Cause(NamedTuple, Generic[E]):
    """What has happened elsewhere.

    Its position in the log is not told, because what follows must not depend on that.
    """

    stream: UUID
    version: int
    event: E


class Consequence(NamedTuple):
    """A command to one stream, which may not have begun yet."""

    stream: UUID
    command: Command


class Done(Enum):
    """A refusal that means that nothing is left to do."""

    DONE = "done"


DONE: Final = Done.DONE


@dataclass(frozen=True, slots=True)
class Later:
    """A refusal of a command that may be granted later.

    It is tried again after 1, 2, 4 … seconds, at most an hour, and given up in view of
    everybody after so many ``tries``. Meanwhile the reaction goes on with other streams.
    """

    tries: int = 20


@dataclass(frozen=True, slots=True)
class Instead(Generic[E]):
    """A refusal of a command in whose place another is given, to a stream of the kind of the
    cause. One of the two is carried out, and never both."""

    then: Callable[[Cause[E]], Consequence]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction(Generic[E]):
    """``then`` gives commands to streams of the aggregate that declares the reaction, at most
    one a stream.

    ``name`` is stored with its position and in the ids of its commands, so it stays.
    ``refused`` says what a refusal means, by its class or its kind. Any other refusal stops the
    reaction until the command is granted, and is shown to whoever runs the service, because
    what nobody has foreseen must not be passed over.
    """

    name: str
    on: type[E]
    then: Callable[[Cause[E]], Iterable[Consequence]]
    refused: Mapping[type[Refusal], Done | Later | Instead[E]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkReaction(Generic[E]):
    """A reaction of thousands of streams, each of which is given what ``then`` says.

    A read model knows which ones. Whoever runs the reaction hands in the question to it.
    """

    name: str
    on: type[E]
    then: Callable[[Cause[E], UUID], Command]
    refused: Mapping[type[Refusal], Done | Later | Instead[E]] = field(default_factory=dict)


AnyReaction = Reaction[Any] | BulkReaction[Any]


def meaning(reaction: AnyReaction, refusal: Exception) -> Done | Later | Instead[Any] | None:
    """What the reaction declares for the class of a refusal, or for the next above it."""
    declared = (reaction.refused.get(kind) for kind in type(refusal).__mro__)
    return next((each for each in declared if each is not None), None)


def command_id(reaction: str, cause: Cause[Any], target: UUID) -> UUID:
    """The id of a consequence. It stays the same, whatever has become of the target since.

    Under it a consequence is carried out once, and so is what happens instead.
    """
    return uuid5(_SPACE, f"{reaction}:{cause.stream}:{cause.version}:{target}")
