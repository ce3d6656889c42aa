"""Envelopes as bytes. What can be read follows from the aggregates that are handed in."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, Union

import msgspec

from domain.aggregate import Aggregate
from domain.message import Event
from domain.recorded_event import Envelope


class _Named(msgspec.Struct):
    type: str


class _Half(msgspec.Struct):
    event: _Named


_encode: Final = msgspec.json.Encoder(order="deterministic").encode
_half: Final = msgspec.json.Decoder(_Half)


class Codec:
    """Reads and writes the events of some aggregates.

    ``of`` finds the aggregate of an event class, and ``by_kind`` that of a kind. ``event`` reads
    an event without its envelope. Raises ``TypeError`` for two kinds or two events of one name,
    because a stored name means one thing.
    """

    def __init__(self, aggregates: Sequence[Aggregate[Any]]) -> None:
        self.aggregates = tuple(aggregates)
        self.by_kind: Mapping[str, Aggregate[Any]] = {each.kind: each for each in aggregates}
        self.of: Mapping[type[Event], Aggregate[Any]] = {
            row.event: each for each in aggregates for row in each.effects
        }
        self._of_topic = {kind.__name__: each for kind, each in self.of.items()}
        if len(self.by_kind) < len(self.aggregates):
            raise TypeError("two aggregates are of one kind")
        if len(self._of_topic) < sum(len(each.effects) for each in aggregates):
            raise TypeError("two events have one name")
        events: Any = Union[tuple(self.of)]  # noqa: UP007 - made of what is handed in
        self._decoder: msgspec.json.Decoder[Envelope[Event]] = msgspec.json.Decoder(
            Envelope[events]
        )
        self.decode = self._decoder.decode
        self.event: Callable[[bytes], Event] = msgspec.json.Decoder(events).decode

    def of_one_kind(self, one: Event, other: Event) -> bool:
        """Whether both are events of one aggregate, as all events of a stream are."""
        return self.of[type(one)] is self.of[type(other)]

    @staticmethod
    def encode(envelope: Envelope[Any]) -> bytes:
        """Writes canonical JSON. The same envelope has the same bytes in every process."""
        return _encode(envelope)

    def topics(self, of: Aggregate[Any]) -> list[str]:
        """The names under which the events of one kind are stored."""
        return [name for name, each in self._of_topic.items() if each is of]

    def topics_beside(self, *of: Aggregate[Any]) -> list[str]:
        """The names of the events of all other kinds."""
        return [name for name, each in self._of_topic.items() if each not in of]

    def aggregate_of(self, state: bytes) -> Aggregate[Any] | None:
        """The aggregate whose event the bytes name, if they do, though they cannot be decoded."""
        try:
            return self._of_topic.get(_half.decode(state).event.type)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            return None
