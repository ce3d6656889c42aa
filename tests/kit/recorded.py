"""Events as a read model reads them, one after the other in one stream."""

from datetime import datetime, timedelta
from uuid import UUID

from domain.message import Event
from domain.people import system
from domain.recorded_event import Envelope, RecordedEvent


def recorded(
    stream: UUID, office: str, *history: Event, at: datetime, every: timedelta = timedelta()
) -> list[RecordedEvent]:
    """The first is told ``at`` an instant, and each of the others ``every`` so much later."""
    return [
        RecordedEvent(
            stream,
            version,
            version,
            Envelope(
                event=event,
                at=at + every * (version - 1),
                by=system("test"),
                office=office,
                channel="test",
                rules="test",
                build="test",
                cause=UUID(int=version),
            ),
        )
        for version, event in enumerate(history, start=1)
    ]
