"""The rows that a read model wrote last, so that the next batch need not load them (ADR 5)."""

from collections import OrderedDict
from collections.abc import Mapping
from typing import Final, Generic
from uuid import UUID

from projections.engine.projection import Row
from projections.engine.stream_fold import Kept

REMEMBERED: Final = 10_000
"""How many rows are kept."""


class Remembered(OrderedDict[UUID, Kept[Row]], Generic[Row]):
    """Rows by their stream, those that were written last at the end."""

    def keep(self, written: Mapping[UUID, Kept[Row]]) -> None:
        for stream, kept in written.items():
            self[stream] = kept
            self.move_to_end(stream)
        while len(self) > REMEMBERED:
            self.popitem(last=False)
