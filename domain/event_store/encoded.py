"""What a command writes, as bytes that are known to be readable again."""

from dataclasses import dataclass
from uuid import UUID

from domain.event_store.pending import EventUnwritable, Pending
from domain.recorded_event import Envelope, decode, encode, topic


@dataclass(frozen=True, slots=True)
class EncodedWrite:
    """One stream's part of a command: a topic and a state for each event."""

    stream: UUID
    after: int
    events: tuple[tuple[str, bytes], ...]


@dataclass(frozen=True, slots=True)
class Encoded:
    pending: Pending
    writes: tuple[EncodedWrite, ...]


def encoded(pending: Pending) -> Encoded:
    """Raises :class:`EventUnwritable`, so that nothing is stored that cannot be loaded."""
    return Encoded(
        pending,
        tuple(
            EncodedWrite(
                write.stream,
                write.after,
                tuple((topic(envelope.event), _checked(envelope)) for envelope in write.envelopes),
            )
            for write in pending.writes
        ),
    )


def _checked(envelope: Envelope) -> bytes:
    """A stored event is never corrected, and types are not checked when one is made (F7)."""
    try:
        state = encode(envelope)
        if decode(state) == envelope:
            return state
    except (ValueError, TypeError, OverflowError) as unlike:
        raise EventUnwritable(topic(envelope.event)) from unlike
    raise EventUnwritable(topic(envelope.event))
