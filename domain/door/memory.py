"""Streams as a process last left or read them, so that the next command need not load them."""

from collections import OrderedDict
from typing import Any, Final
from uuid import UUID

from domain.door.writing import Opened

REMEMBERED: Final = 4096
"""How many streams are kept. One may be out of date, and then the append finds that out."""


class Memory(OrderedDict[UUID, Opened[Any]]):
    """The streams that were used last."""

    def keep(self, opened: Opened[Any]) -> None:
        self[opened.stream] = opened
        self.move_to_end(opened.stream)
        if len(self) > REMEMBERED:
            self.popitem(last=False)

    def left_at(self, stream: UUID, version: int | None) -> Opened[Any] | None:
        """The stream, if something has happened to it and it was left at this version."""
        known = self.get(stream)
        return known if known and 0 < known.version == version else None

    def forget(self, stream: UUID) -> None:
        self.pop(stream, None)
