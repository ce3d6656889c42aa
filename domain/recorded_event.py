"""The envelope: an event, where it stands, when, by whom, under which rules; its bytes."""

from datetime import datetime
from typing import Final
from uuid import UUID

import msgspec

from domain.case.events import CaseEvent
from domain.claims import ClaimEvent
from domain.people import Actor

AnyEvent = CaseEvent | ClaimEvent


class Envelope(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """What is stored as ``state``; every field of domain.md §7.4 invariant 13.

    ``rules`` names the rule table, ``build`` the program that decided, ``cause``
    the command that asked for it.
    """

    event: AnyEvent
    at: datetime
    by: Actor
    office: str
    channel: str
    rules: str
    build: str
    cause: UUID


class RecordedEvent(msgspec.Struct, frozen=True, gc=False):
    """An envelope with its place: stream, version in it, position in the whole log."""

    stream: UUID
    version: int
    position: int
    envelope: Envelope

    @property
    def event(self) -> AnyEvent:
        return self.envelope.event

    @property
    def at(self) -> datetime:
        return self.envelope.at


_encoder: Final = msgspec.json.Encoder(order="deterministic")
_decoder: Final = msgspec.json.Decoder(Envelope)

encode = _encoder.encode
decode = _decoder.decode


def topic(event: AnyEvent) -> str:
    """The name an event is stored under: its class name, never a module path."""
    return type(event).__name__
