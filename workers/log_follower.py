"""Follows the log, and does something outside because of its events, in their order.

Of one name one follower is active, and others stand by. The place in the log moves after it was
done, so whoever is killed in between does it again. What is done must bear that.
"""

import asyncio
import logging
from abc import ABC, abstractmethod
from collections.abc import Callable, Collection
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Final, LiteralString, NamedTuple

import msgspec
import psycopg

from domain.codec import Codec
from domain.event_store.connection import connect
from domain.event_store.log import CHANNEL, current_epoch
from domain.event_store.reactions import places
from domain.event_store.reactions.causes import Undecoded, causes_after
from domain.event_store.reactions.places import Advance, Place, ReactionEpochDiffers
from domain.event_store.transaction import Connection
from domain.recorded_event import RecordedEvent
from domain.refusal import Refusal
from domain.vault import SealBroken
from workers.pause import pause
from workers.trial import AWAY

BATCH: Final = 8_000
TOO_LATE: Final = timedelta(days=3)
"""What nobody could do for so long is not done any more."""
_LOCK: Final[LiteralString] = "SELECT pg_try_advisory_lock(%s)"
_UNLOCK: Final[LiteralString] = "SELECT pg_advisory_unlock_all()"
_IDLE: Final[LiteralString] = "SET idle_session_timeout = '30s'"
"""A follower that hangs loses its lock, and a standby goes on."""
_POLL_S: Final = 1.0
_AGAIN_S: Final = 2.0
_log: Final = logging.getLogger(__name__)


class Waits(Exception):
    """It cannot be done now. The event stays the next."""


class Followed(NamedTuple):
    """The store that is followed, and the clock by which an event is old."""

    url: str
    codec: Codec
    clock: Callable[[], datetime]


class LogFollower(ABC):
    """One connection, which holds the lock of the name and moves its place."""

    name: str
    lock: int

    def __init__(self, store: Followed, topics: Collection[str]) -> None:
        self._store = store
        self._topics = topics
        self._connection: Connection | None = None
        self._epoch = 0
        self._place: Place | None = None

    @abstractmethod
    async def act(self, cause: RecordedEvent) -> bool:
        """Does what follows from an event. Says whether it was anything.

        Raises :class:`Waits`, or what a door raises. A refusal means that nothing follows.
        """

    async def run(self, stop: asyncio.Event) -> None:
        """Follows the log until ``stop`` is set."""
        try:
            while not stop.is_set():
                try:
                    if not await self.step():
                        await self.news()
                except (*AWAY, Waits) as away:
                    why = type(away).__name__
                    _log.warning("%s: %s; again in %.0f s", self.name, why, _AGAIN_S)
                    await self.close()
                    await pause(stop, _AGAIN_S)
        finally:
            await self.close()

    async def step(self) -> bool:
        """Does what follows from the next events. Says whether it has come further."""
        connection = await self._ready()
        place = await self._stands(connection)
        if place is None:
            return False
        causes, upto = await causes_after(connection, place.position, self._topics, BATCH)
        for cause in causes:
            if await self._acted(cause):
                await self._move(connection, cause.position)
        return await self._move(connection, upto)

    async def catch_up(self) -> None:
        """Works until nothing is left to do."""
        while await self.step():
            pass

    async def news(self) -> None:
        """Returns when something may have been appended, or after a second."""
        connection = await self._ready()
        async for _ in connection.notifies(timeout=_POLL_S, stop_after=1):
            return

    async def close(self) -> None:
        """Gives the lock back before it closes the connection, so a standby goes on at once.

        The server notices some time later that a connection is closed, and holds its locks until
        then.
        """
        connection, self._connection, self._place = self._connection, None, None
        if connection is not None:
            with suppress(psycopg.Error):
                await connection.execute(_UNLOCK)
            with suppress(psycopg.Error):
                await connection.close()

    async def _ready(self) -> Connection:
        if self._connection is None or self._connection.closed:
            await self.close()
            self._connection = await connect(self._store.url)
            await self._connection.execute(_IDLE)
            await self._connection.execute(f"LISTEN {CHANNEL}".encode())
        return self._connection

    async def _stands(self, connection: Connection) -> Place | None:
        """The place of this follower. None means that another is active.

        In another epoch of the store positions mean other events, so it begins anew there.
        """
        if self._place is None:
            (held,) = await (await connection.execute(_LOCK, (self.lock,))).fetchone() or (False,)
            if not held:
                return None
            self._epoch = await current_epoch(connection)
            try:
                found = await places.places(connection, [self.name], self._epoch)
            except ReactionEpochDiffers:
                await places.begin_anew(connection, [self.name], self._epoch)
                found = await places.places(connection, [self.name], self._epoch)
            self._place = found[self.name]
        return self._place

    async def _acted(self, stored: Undecoded) -> bool:
        """Of a history that cannot be read or opened the log tells, and nobody waits."""
        try:
            envelope = self._store.codec.decode(stored.state)
        except (msgspec.MsgspecError, UnicodeDecodeError) as fault:
            return self._passed_over(fault, stored.position)
        if self._store.clock() - envelope.at > TOO_LATE:
            return False
        cause = RecordedEvent(stored.stream, stored.version, stored.position, envelope)
        try:
            return await self.act(cause)
        except (Refusal, SealBroken) as fault:
            return self._passed_over(fault, stored.position)

    def _passed_over(self, fault: Exception, position: int) -> bool:
        _log.error("%s: %s at position %d", self.name, type(fault).__name__, position)
        return False

    async def _move(self, connection: Connection, position: int) -> bool:
        """Moves the place, if it has come further."""
        old = self._place
        if old is None or position <= old.position:
            return False
        new = Place(position)
        if not await places.move(connection, self._epoch, [Advance(self.name, old, new)]):
            self._place = None
            return True
        self._place = new
        return True
