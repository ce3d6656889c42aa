"""What loads a server for a while, and what it saw."""

from typing import Protocol

import msgspec

from cheguan.bench.peers import Peer


class Window(msgspec.Struct, frozen=True, kw_only=True):
    """One measured while. ``answered`` are the requests with a 2xx, ``failed`` all others.

    ``unfinished`` is how many may have been under way when it ended: stored or not, but
    not counted. Latencies are milliseconds.
    """

    seconds: float
    answered: int
    failed: int
    unfinished: int
    p50_ms: float
    p99_ms: float

    @property
    def rate(self) -> float:
        """Answers a second."""
        return self.answered / self.seconds


class RowsUsedUp(Exception):
    """A server was faster than rows had been prepared for."""


class Load(Protocol):
    """``connections`` clients that each send the next request when the last is answered."""

    name: str

    def run(self, peer: Peer, rows: range, seconds: float) -> Window: ...
