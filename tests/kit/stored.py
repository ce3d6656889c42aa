"""A real store with something in it."""

from collections.abc import Iterable, Sequence
from uuid import UUID, uuid5

from domain.event_store.pending import Appended, Pending, StreamWrite
from domain.event_store.store import PostgresEventStore
from domain.recorded_event import RecordedEvent
from tests.kit.life import Life

_AT_ONCE = 4


async def keep(store: PostgresEventStore, lives: Sequence[Life]) -> int:
    """Stores the histories, a few events of each in turn, and returns the last position."""
    position = 0
    longest = max(len(life.envelopes) for life in lives)
    for after in range(0, longest, _AT_ONCE):
        for life in lives:
            envelopes = tuple(life.envelopes[after : after + _AT_ONCE])
            if envelopes:
                answer = await store.append(
                    _of(life, after, StreamWrite(life.case, after, envelopes))
                )
                assert isinstance(answer, Appended)
                position = answer.position
    return position


def _of(life: Life, after: int, write: StreamWrite) -> Pending:
    return Pending(uuid5(life.case, f"kept {after}"), b"\0" * 32, b"{}", (write,))


def versions(history: Iterable[RecordedEvent]) -> list[int]:
    return [recorded.version for recorded in history]


def streams(lives: Iterable[Life]) -> list[UUID]:
    return [life.case for life in lives]
