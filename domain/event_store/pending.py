"""What is asked of the event store and what it answers."""

from uuid import UUID

import msgspec

from domain.message import Event
from domain.recorded_event import Envelope


class StreamWrite(msgspec.Struct, frozen=True):
    """Events that follow version ``after`` of one stream; 0 means that it must not exist.

    Without events it is a guard: it only says that the stream must not have moved.
    """

    stream: UUID
    after: int
    envelopes: tuple[Envelope[Event], ...]


class Pending(msgspec.Struct, frozen=True):
    """One command's events over one or more streams, of which all are stored or none.

    ``outcome`` is the answer to a repeated command. ``request_sha256`` tells a repetition
    from another request under the same id. ``caller`` is whose turn it takes when many wait.
    """

    command_id: UUID
    request_sha256: bytes
    outcome: bytes
    writes: tuple[StreamWrite, ...]
    caller: str = ""


class Appended(msgspec.Struct, frozen=True):
    """The command is durable. ``position`` is that of its last event, or else of the log's."""

    position: int


class Replayed(msgspec.Struct, frozen=True):
    """The command was carried out before. This is what it came to."""

    request_sha256: bytes
    position: int
    outcome: bytes


class Outrun(msgspec.Struct, frozen=True):
    """``stream`` has moved on and nothing was stored, so the caller has to decide again."""

    stream: UUID


Answer = Appended | Replayed | Outrun


class StoreUnavailable(Exception):
    """Nothing of the command was stored, so it may be sent again."""


class StoreBusy(StoreUnavailable):
    """The queue of waiting commands is full."""


class EventUnwritable(StoreUnavailable):
    """An event would not be read again as it was written: a fault of ours, found in time."""


class OutcomeUnknown(Exception):
    """The connection was lost during the commit, and nobody could be asked since."""


class CommitUnderWay(OutcomeUnknown):
    """Another append holds the lock for long. It may be that of the command asked about."""
