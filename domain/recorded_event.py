"""The envelope: an event, when it happened, by whom and under which rules, and where it stands.

An office must account for every step, so every event has all of this.
"""

from datetime import datetime
from typing import Generic, TypeVar
from uuid import UUID

import msgspec

from domain.message import Event
from domain.people import Actor

E = TypeVar("E", bound=Event, covariant=True)


class Envelope(msgspec.Struct, Generic[E], frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """What is stored as ``state``.

    ``rules`` names the rule table, ``build`` the program that decided, and ``cause`` the
    command that asked for it.
    """

    event: E
    at: datetime
    by: Actor
    office: str
    channel: str
    rules: str
    build: str
    cause: UUID


class RecordedEvent(msgspec.Struct, frozen=True, gc=False):
    """An envelope with its place: the stream, the version in it, and the position in the log."""

    stream: UUID
    version: int
    position: int
    envelope: Envelope[Event]

    @property
    def event(self) -> Event:
        return self.envelope.event

    @property
    def at(self) -> datetime:
        return self.envelope.at


def topic(event: Event) -> str:
    """The name under which an event is stored: its class name, and never a module path."""
    return type(event).__name__
