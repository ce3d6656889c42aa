"""A consequence that need not be in the same instant: an event here, a command there."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from domain.message import Command, Event
from domain.recorded_event import RecordedEvent


class Consequence(NamedTuple):
    """A command to one stream of the aggregate that reacts."""

    stream: UUID
    command: Command


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction:
    """Declared by the aggregate that reacts, on an event of any other.

    ``name`` is stored with its position and in the ids of its commands, so it stays.
    """

    name: str
    on: type[Event]
    then: Callable[[RecordedEvent], Iterable[Consequence]]
