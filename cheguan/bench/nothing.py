"""The store that keeps nothing. It shows what the same route costs without durability."""

from uuid import UUID

from domain.event_store.pending import Answer, Appended, Pending, Replayed
from domain.recorded_event import RecordedEvent


class NothingKept:
    """An :class:`~domain.event_store.store.EventStore` that says yes at once and forgets."""

    def __init__(self) -> None:
        self._position = 0

    async def append(self, pending: Pending) -> Answer:
        self._position += sum(len(write.envelopes) for write in pending.writes)
        return Appended(self._position)

    async def load(self, stream: UUID) -> tuple[RecordedEvent, ...]:
        return ()

    async def logged(self, command_id: UUID) -> Replayed | None:
        return None
