"""Streams as a process last left or read them, so that the next command need not load them."""

from collections import OrderedDict
from typing import Any, Final
from uuid import UUID

from domain.aggregate import Aggregate, S
from domain.door.attempt import Opened
from domain.door.request import Request

REMEMBERED: Final = 4096
"""How many streams are kept. One may be out of date, and then the append finds that out."""


class Memory(OrderedDict[UUID, Opened[Any]]):
    """The streams that were used last, and no more than :data:`REMEMBERED`."""

    def keep(self, opened: Opened[Any]) -> None:
        self[opened.stream] = opened
        self.move_to_end(opened.stream)
        if len(self) > REMEMBERED:
            self.popitem(last=False)

    def left_at(self, of: Aggregate[S], stream: UUID, request: Request) -> Opened[S] | None:
        """The stream, if something has happened to it and the caller names the version.

        A caller who names none may mean any. One of another kind has never been left there.
        """
        if request.expected is None:
            return None
        known = self.get(stream)
        if known is None or not isinstance(known.state, type(of.initial)):
            return None
        return known if known.version and request.accepts(known.version) else None

    def forget(self, stream: UUID) -> None:
        self.pop(stream, None)
