"""Who is served next: the callers in turn, and each caller's commands in their order.

So a caller with ten thousand commands does not hold up another with a single one.
"""

from collections import OrderedDict, deque
from typing import Generic, TypeVar

Item = TypeVar("Item")


class Turns(Generic[Item]):
    """A queue of at most ``limit``. A single caller may have as many places as are still free.

    So a busy caller is refused before the queue is full, and another still gets in.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._lines: OrderedDict[str, deque[Item]] = OrderedDict()
        self._waiting = 0

    def __len__(self) -> int:
        return self._waiting

    def full(self, caller: str) -> bool:
        """Whether ``caller`` must come again later."""
        return len(self._lines.get(caller, ())) >= self._limit - self._waiting

    def add(self, caller: str, item: Item) -> None:
        line = self._lines.get(caller)
        if line is None:
            line = self._lines[caller] = deque()
        line.append(item)
        self._waiting += 1

    def take(self, count: int) -> list[Item]:
        """Takes up to ``count`` items, one of each caller before a second of any."""
        taken: list[Item] = []
        while self._lines and len(taken) < count:
            caller, line = self._lines.popitem(last=False)
            taken.append(line.popleft())
            if line:
                self._lines[caller] = line
        self._waiting -= len(taken)
        return taken
