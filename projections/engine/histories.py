"""A batch of the log, stream by stream, and which streams are of which kind."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any, Final
from uuid import UUID

from domain.aggregate import Aggregate
from domain.codec import Codec
from projections.engine.log_reader import Read, Unreadable

Streams = Mapping[UUID, Sequence[Read]]
"""Some streams, each with its events in their order."""

_position: Final = attrgetter("position")


class Histories:
    """The streams of a batch by their kind, sorted once for all read models.

    A stream with an event that names no kind may be of any: every read model is given it.
    """

    def __init__(self, batch: Iterable[Read], codec: Codec) -> None:
        self._kinds: dict[Aggregate[Any] | None, dict[UUID, list[Read]]] = defaultdict(
            lambda: defaultdict(list)
        )
        kinds, of = self._kinds, codec.of
        for recorded in batch:
            if isinstance(recorded, Unreadable):
                kind = recorded.of
            else:
                kind = of[type(recorded.envelope.event)]
            kinds[kind][recorded.stream].append(recorded)

    def of(self, *kinds: Aggregate[Any]) -> Streams:
        """The streams of these kinds."""
        groups = [found for kind in (*kinds, None) if (found := self._kinds.get(kind))]
        return groups[0] if len(groups) == 1 else _joined(groups)


def _joined(groups: Iterable[Streams]) -> Streams:
    joined: dict[UUID, list[Read]] = defaultdict(list)
    for streams in groups:
        for stream, history in streams.items():
            joined[stream] += history
    return {stream: sorted(history, key=_position) for stream, history in joined.items()}
