"""The event that every contender of ``bench append`` stores: one submitted V01, sealed."""

import asyncio
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final
from uuid import uuid4

import msgspec

from cheguan.bench.histories import histories
from cheguan.registry import REGISTRY
from domain.case.intake.events import CaseSubmitted
from domain.case_id import new_case_id
from domain.event_store.pending import Pending, StreamWrite
from domain.message import Event
from domain.recorded_event import Envelope

_ENOUGH: Final = 300
"""So many events have the wanted one among them."""


@dataclass(frozen=True)
class Sample:
    """The envelope as the domain made it, and the answer of its caller."""

    envelope: Envelope[Event]
    outcome: bytes

    @cached_property
    def state(self) -> bytes:
        """The bytes that are stored."""
        return REGISTRY.codec.encode(self.envelope)

    @cached_property
    def body(self) -> dict[str, Any]:
        """The event alone, for whoever puts an envelope of his own around it."""
        body: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(self.envelope.event))
        return body

    def command(self, caller: str) -> Pending:
        """A command that begins a new stream with the event."""
        write = StreamWrite(new_case_id(), 0, (self.envelope,))
        return Pending(uuid4(), bytes(32), self.outcome, (write,), caller)


def sample() -> Sample:
    """Makes the sample. Only its keys, and what they have sealed, differ from run to run."""
    for pending in asyncio.run(histories(_ENOUGH)).commands:
        envelope = pending.writes[0].envelopes[0]
        if isinstance(envelope.event, CaseSubmitted) and envelope.event.service == "plate_reissue":
            return Sample(envelope, pending.outcome)
    raise LookupError("no plate among the examples")
