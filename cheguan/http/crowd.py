"""The connections of one server: how many come from each address, and what they hold unfinished.

A connection waits while nothing of ours is under way on it: before a request, and until the
request has come whole. When there are too many, the one that has waited longest gives way, so
that whoever sends a request at once is always let in.
"""

import asyncio
from collections import Counter
from typing import Final, Protocol

from api.metrics import WIRE_CONNECTIONS, WIRE_HELD_BYTES, WIRE_REFUSED
from api.problems import Problem
from cheguan.http.limits import WireLimits

_AGAIN: Final = {"retry-after": "5"}
_LOOKS_A_LIMIT: Final = 4
_SLOWEST_LOOK_S: Final = 1.0


class Member(Protocol):
    """A connection, as far as a crowd deals with it. ``due`` is a time of the loop."""

    due: float

    def expire(self) -> None:
        """Its time is over."""

    def give_way(self) -> None:
        """Its place is needed."""


class Party:
    """The connections of one address, those that wait in the order in which they began to."""

    __slots__ = ("address", "held", "size", "waiting")

    def __init__(self, address: str) -> None:
        self.address = address
        self.size = 0
        self.held = 0
        self.waiting: dict[Member, None] = {}


class Crowd:
    """All connections of a server, which ``listener`` names in figures.

    ``refused`` counts by the name of a limit or of a problem.
    """

    def __init__(self, limits: WireLimits, listener: str = "public") -> None:
        self.limits = limits
        self._listener = listener
        self.refused: Counter[str] = Counter()
        self._parties: dict[str, Party] = {}
        self._members: set[Member] = set()
        self._waiting: dict[Member, None] = {}
        self._held = 0
        times = (
            limits.head_seconds,
            limits.idle_seconds,
            limits.unread_seconds,
            limits.linger_seconds,
        )
        self._look_every = min(_SLOWEST_LOOK_S, min(times) / _LOOKS_A_LIMIT)
        self._looking = False

    @property
    def size(self) -> int:
        return len(self._members)

    @property
    def kept(self) -> int:
        """How many bytes are kept unfinished for all of them."""
        return self._held

    def refuses(self, limit: str) -> None:
        self.refused[limit] += 1
        WIRE_REFUSED.labels(self._listener, limit).inc()

    def dismiss(self) -> None:
        """Ends every connection that waits, because nobody waits any more."""
        while _oldest_gives_way(self._waiting):
            pass

    def enter(self, member: Member, address: str) -> Party:
        """Lets a connection in. Raises a :class:`Problem` if no other can give way to it."""
        party = self._parties.get(address) or Party(address)
        if party.size >= self.limits.connections_per_address:
            self.refuses("connections_per_address")
            if not _oldest_gives_way(party.waiting):
                raise _of_one_address()
        if len(self._members) >= self.limits.connections:
            self.refuses("connections")
            if not _oldest_gives_way(self._waiting):
                raise _of_all()
        self._parties[address] = party
        party.size += 1
        self._members.add(member)
        self.waits(member, party)
        if not self._looking:
            self._looking = True
            asyncio.get_running_loop().call_later(self._look_every, self._look)
        return party

    def leave(self, member: Member, party: Party) -> None:
        if member in self._members:
            self._members.remove(member)
            self.works(member, party)
            party.size -= 1
            if not party.size:
                del self._parties[party.address]

    def waits(self, member: Member, party: Party) -> None:
        if member in self._members:
            party.waiting[member] = None
            self._waiting[member] = None

    def works(self, member: Member, party: Party) -> None:
        party.waiting.pop(member, None)
        self._waiting.pop(member, None)

    def holds(self, party: Party, more: int) -> None:
        """Counts ``more`` bytes that are kept unfinished. Raises a :class:`Problem` for too many.

        They count until fewer are told.
        """
        party.held += more
        self._held += more
        if more > 0 and party.held > self.limits.held_bytes_per_address:
            self.refuses("held_bytes_per_address")
            raise _of_one_address()
        if more > 0 and self._held > self.limits.held_bytes:
            self.refuses("held_bytes")
            raise _of_all()

    def _look(self) -> None:
        """Ends what is due: one look at all of them is cheaper than a timer for each request."""
        loop = asyncio.get_running_loop()
        now = loop.time()
        for member in [each for each in self._members if each.due <= now]:
            member.expire()
        WIRE_CONNECTIONS.labels(self._listener).set(len(self._members))
        WIRE_HELD_BYTES.labels(self._listener).set(self._held)
        self._looking = bool(self._members)
        if self._looking:
            loop.call_later(self._look_every, self._look)


def _of_one_address() -> Problem:
    return Problem("connections-too-many", 429, headers=_AGAIN)


def _of_all() -> Problem:
    return Problem("unavailable", 503, headers=_AGAIN)


def _oldest_gives_way(waiting: dict[Member, None]) -> bool:
    oldest = next(iter(waiting), None)
    if oldest is not None:
        oldest.give_way()
    return oldest is not None
