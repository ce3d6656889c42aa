"""An event store in memory, which remembers in order what was appended."""

from collections import defaultdict
from uuid import UUID

from domain.event_store.pending import Answer, Appended, Outrun, Pending, Replayed
from domain.recorded_event import RecordedEvent


class Remembered:
    """An :class:`~domain.event_store.store.EventStore` for one writer. ``appended`` is its log."""

    def __init__(self) -> None:
        self.appended: list[Pending] = []
        self._streams: dict[UUID, list[RecordedEvent]] = defaultdict(list)
        self._position = 0

    async def append(self, pending: Pending) -> Answer:
        for write in pending.writes:
            if len(self._streams[write.stream]) != write.after:
                return Outrun(write.stream)
        for write in pending.writes:
            stream = self._streams[write.stream]
            for envelope in write.envelopes:
                self._position += 1
                stream.append(
                    RecordedEvent(write.stream, len(stream) + 1, self._position, envelope)
                )
        self.appended.append(pending)
        return Appended(self._position)

    async def load(self, stream: UUID) -> tuple[RecordedEvent, ...]:
        return tuple(self._streams.get(stream, ()))

    async def logged(self, command_id: UUID) -> Replayed | None:
        return None
