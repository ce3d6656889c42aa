"""A stream of which this program cannot read every event."""

from collections.abc import Sequence
from uuid import UUID

from domain.recorded_event import RecordedEvent


class StreamUnreadable(Exception):
    """An event cannot be decoded, or is none of this kind of stream.

    ``history`` is all that stands before it. It is version ``version`` of ``stored``, and
    nothing is decided on a stream of which not everything is known.
    """

    def __init__(
        self, stream: UUID, history: Sequence[RecordedEvent], version: int, stored: int
    ) -> None:
        super().__init__(f"{stream} from version {version} on")
        self.stream = stream
        self.history = tuple(history)
        self.version = version
        self.stored = stored
