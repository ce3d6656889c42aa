"""A real store that is counted: which streams are loaded for a command."""

from dataclasses import dataclass, field
from uuid import UUID

from domain.event_store.pending import Answer, Pending, Replayed
from domain.event_store.store import EventStore
from domain.recorded_event import RecordedEvent


@dataclass
class CountedStore:
    """Passes everything on, and keeps the streams that were loaded in their order."""

    store: EventStore
    loaded: list[UUID] = field(default_factory=list)

    async def append(self, pending: Pending) -> Answer:
        return await self.store.append(pending)

    async def load(self, stream: UUID) -> tuple[RecordedEvent, ...]:
        self.loaded.append(stream)
        return await self.store.load(stream)

    async def logged(self, command_id: UUID) -> Replayed | None:
        return await self.store.logged(command_id)
