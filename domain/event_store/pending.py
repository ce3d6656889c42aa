"""What is asked of the event store and what it answers."""

from uuid import UUID

import msgspec

from domain.recorded_event import Envelope


class StreamWrite(msgspec.Struct, frozen=True):
    """Events to follow ``after`` versions of one stream; 0 for a stream that must not exist.

    Without events it only says that the stream must not have moved.
    """

    stream: UUID
    after: int
    envelopes: tuple[Envelope, ...]


class Pending(msgspec.Struct, frozen=True):
    """One command's events over one or more streams, all or nothing.

    ``outcome`` is what a repeated command is answered with; ``request_sha256``
    tells a repetition from another request under the same id. ``caller`` is whose
    turn it takes when many wait.
    """

    command_id: UUID
    request_sha256: bytes
    outcome: bytes
    writes: tuple[StreamWrite, ...]
    caller: str = ""


class Appended(msgspec.Struct, frozen=True):
    """Durable; ``position`` is that of the command's last event, or else of the log's."""

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


class EventUnwritable(StoreUnavailable):
    """An event would not be read again as it was written: a fault of ours, found in time."""


class OutcomeUnknown(Exception):
    """The connection was lost while the commit was under way and could not be asked since."""


class CommitUnderWay(OutcomeUnknown):
    """Another append holds the lock longer than is waited for; it may be the one asked about."""
