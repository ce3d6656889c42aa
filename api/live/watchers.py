"""Whoever looks at an open page and waits to be told that something has moved."""

import asyncio
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Final
from uuid import UUID

PLACES: Final = 1_000
OF_EACH: Final = 250
"""So many sit behind one address: the screens of an office, or those of a mobile network."""


class NoPlace(Exception):
    """Too many watch already, in all or from this address."""


class Watcher:
    """One open stream. It holds at most one text: whatever it has not sent is out of date.

    ``case`` is what it watches; without one it watches whatever moves.
    """

    __slots__ = ("_news", "_text", "case", "over", "version")

    def __init__(self, case: UUID | None) -> None:
        self.case = case
        self.version: int | None = None
        self.over = False
        self._news = asyncio.Event()
        self._text = b""

    def tell(self, text: bytes) -> None:
        self._text = text
        self._news.set()

    def beat(self, text: bytes) -> None:
        """Tells that the line is alive, unless there is something to say."""
        if not self._news.is_set():
            self.tell(text)

    def end(self) -> None:
        self.over = True
        self._news.set()

    async def told(self) -> bytes:
        """The latest text, as soon as there is one. It is empty when the stream ends."""
        await self._news.wait()
        self._news.clear()
        text, self._text = self._text, b""
        return b"" if self.over else text


class Watchers:
    """All streams of a process: ``places``, of which one address takes ``of_each`` at most."""

    def __init__(self, places: int = PLACES, of_each: int = OF_EACH) -> None:
        self._places, self._of_each = places, of_each
        self._addresses: Counter[str] = Counter()
        self._watching: dict[Watcher, None] = {}

    def __len__(self) -> int:
        return len(self._watching)

    @contextmanager
    def joined(self, address: str, case: UUID | None) -> Iterator[Watcher]:
        """Raises :class:`NoPlace`."""
        if len(self) >= self._places or self._addresses[address] >= self._of_each:
            raise NoPlace
        watcher = Watcher(case)
        self._watching[watcher] = None
        self._addresses[address] += 1
        try:
            yield watcher
        finally:
            del self._watching[watcher]
            self._addresses[address] -= 1
            if not self._addresses[address]:
                del self._addresses[address]

    @property
    def cases(self) -> list[UUID]:
        """The cases that somebody watches."""
        return sorted({each.case for each in self._watching if each.case})

    def tell(self, text: bytes) -> None:
        """Tells everybody who watches whatever moves."""
        for each in self._watching:
            if each.case is None:
                each.tell(text)

    def tell_of_cases(self, versions: Mapping[UUID, int]) -> None:
        """Tells those whose case has another version than when they were told last."""
        for each in self._watching:
            version = versions.get(each.case) if each.case else None
            if version is not None and version != each.version:
                each.version = version
                each.tell(event(version))

    def beat(self, text: bytes) -> None:
        for each in self._watching:
            each.beat(text)

    def lose_touch(self, text: bytes) -> None:
        """Tells everybody, whatever he watches. Each will be told anew how things stand."""
        for each in self._watching:
            each.version = None
            each.tell(text)

    def end(self) -> None:
        for each in list(self._watching):
            each.end()


def event(position: int) -> bytes:
    """The event that tells of a position: of the log, or the version of a case."""
    return b"id: %d\ndata: %d\n\n" % (position, position)
