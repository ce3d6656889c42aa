"""The library's hook between its stored events and ours.

The stored bytes are the envelope as :mod:`domain.recorded_event` writes it. The topic is the
event's class name. The library would import the topic as code, whoever has written it.
"""

from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from eventsourcing.persistence import Mapper, MapperDeserialisationError, StoredEvent
from msgspec import DecodeError

from domain.aggregates import CODEC
from domain.codec import Codec
from domain.message import Event
from domain.recorded_event import Envelope, topic


@dataclass(frozen=True, slots=True)
class StoredEnvelope:
    """An envelope as the library's applications see a domain event."""

    originator_id: UUID
    originator_version: int
    envelope: Envelope[Event]


class EnvelopeMapper(Mapper[UUID]):
    """Takes the place of the library's transcoder, compressor and cipher.

    The library makes it by its name, so it reads the product's events; a class derived from
    it may name another ``codec``.
    """

    codec: ClassVar[Codec] = CODEC

    def to_stored_event(self, domain_event: Any) -> StoredEvent:
        envelope: Envelope[Event] = domain_event.envelope
        return StoredEvent(
            originator_id=domain_event.originator_id,
            originator_version=domain_event.originator_version,
            topic=topic(envelope.event),
            state=self.codec.encode(envelope),
        )

    def to_domain_event(self, stored_event: StoredEvent) -> Any:
        """Raises ``MapperDeserialisationError`` for bytes or a topic that are not ours."""
        try:
            envelope = self.codec.decode(stored_event.state)
        except DecodeError as unreadable:
            raise MapperDeserialisationError(stored_event.topic) from unreadable
        if topic(envelope.event) != stored_event.topic:
            raise MapperDeserialisationError(stored_event.topic)
        assert isinstance(stored_event.originator_id, UUID)
        return StoredEnvelope(stored_event.originator_id, stored_event.originator_version, envelope)
