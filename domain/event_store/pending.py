"""What is asked of the event store and what it answers."""

from uuid import UUID

import msgspec

from domain.recorded_event import Envelope


class StreamWrite(msgspec.Struct, frozen=True):
    """Events to follow ``after`` versions of one stream; 0 for a stream that must not exist."""

    stream: UUID
    after: int
    envelopes: tuple[Envelope, ...]


class Pending(msgspec.Struct, frozen=True):
    """One command's events over one or more streams, all or nothing.

    ``outcome`` is what a repeated command is answered with; ``request_sha256``
    tells a repetition from another request under the same id.
    """

    command_id: UUID
    request_sha256: bytes
    outcome: bytes
    writes: tuple[StreamWrite, ...]


class Appended(msgspec.Struct, frozen=True):
    """Durable; ``position`` is that of the command's last event."""

    position: int


class Replayed(msgspec.Struct, frozen=True):
    """The command was carried out before; this is what it came to."""

    request_sha256: bytes
    position: int
    outcome: bytes


class Stale(msgspec.Struct, frozen=True):
    """``stream`` has moved on; nothing of the command was stored. Decide again."""

    stream: UUID


Answer = Appended | Replayed | Stale


class StoreUnavailable(Exception):
    """Nothing of the command was stored; it may be sent again."""


class StoreBusy(StoreUnavailable):
    """The queue of waiting commands is full."""


class OutcomeUnknown(Exception):
    """The connection was lost while the commit was under way and could not be asked since."""
