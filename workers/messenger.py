"""Hands messages to telephones over to a gateway, at least once, and in the order of the log.

One messenger is active, and others stand by. The place in the log moves after a message was
taken, so whoever is killed in between hands it over again, under the same id.
"""

import asyncio
import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Final, LiteralString

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
from domain.sms import Sms, SmsGateway, SmsRefused
from domain.vault import SealBroken
from workers.messages.letter import Letter, LetterWaits
from workers.pause import pause
from workers.trial import AWAY

NAME: Final = "messenger"
BATCH: Final = 8_000
TOO_LATE: Final = timedelta(days=3)
"""What nobody could hand over for so long is no news."""
_LOCK: Final[LiteralString] = "SELECT pg_try_advisory_lock(7303)"
_UNLOCK: Final[LiteralString] = "SELECT pg_advisory_unlock_all()"
_IDLE: Final[LiteralString] = "SET idle_session_timeout = '30s'"
"""A messenger that hangs loses its lock, and a standby goes on."""
_POLL_S: Final = 1.0
_AGAIN_S: Final = 2.0
_log: Final = logging.getLogger(__name__)


class GatewayAway(Exception):
    """The gateway takes nothing now. The message stays the next."""


async def run(
    url: str,
    codec: Codec,
    letters: Sequence[Letter],
    gateway: SmsGateway,
    clock: Callable[[], datetime],
    stop: asyncio.Event,
) -> None:
    """Follows the log until ``stop`` is set."""
    messenger = Messenger(url, codec, letters, gateway, clock)
    try:
        while not stop.is_set():
            try:
                if not await messenger.step():
                    await messenger.news()
            except (*AWAY, GatewayAway, LetterWaits) as away:
                _log.warning("messenger: %s; again in %.0f s", type(away).__name__, _AGAIN_S)
                await messenger.close()
                await pause(stop, _AGAIN_S)
    finally:
        await messenger.close()


class Messenger:
    """One connection, which holds the lock and moves the place."""

    def __init__(
        self,
        url: str,
        codec: Codec,
        letters: Sequence[Letter],
        gateway: SmsGateway,
        clock: Callable[[], datetime],
    ) -> None:
        self._url, self._codec, self._gateway, self._clock = url, codec, gateway, clock
        self._letters = {letter.on.__name__: letter for letter in letters}
        self._connection: Connection | None = None
        self._epoch = 0
        self._place: Place | None = None

    async def step(self) -> bool:
        """Hands over what follows from the next events. Says whether it has come further."""
        connection = await self._ready()
        place = await self._stands(connection)
        if place is None:
            return False
        causes, upto = await causes_after(connection, place.position, self._letters.keys(), BATCH)
        for cause in causes:
            if await self._sent(cause):
                await self._move(connection, cause.position)
        return await self._move(connection, upto)

    async def catch_up(self) -> None:
        """Works until nothing is left to hand over."""
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
            self._connection = await connect(self._url)
            await self._connection.execute(_IDLE)
            await self._connection.execute(f"LISTEN {CHANNEL}".encode())
        return self._connection

    async def _stands(self, connection: Connection) -> Place | None:
        """The place of this messenger. None means that another is active.

        In another epoch of the store positions mean other events, so it begins anew there.
        """
        if self._place is None:
            (held,) = await (await connection.execute(_LOCK)).fetchone() or (False,)
            if not held:
                return None
            self._epoch = await current_epoch(connection)
            try:
                found = await places.places(connection, [NAME], self._epoch)
            except ReactionEpochDiffers:
                await places.begin_anew(connection, [NAME], self._epoch)
                found = await places.places(connection, [NAME], self._epoch)
            self._place = found[NAME]
        return self._place

    async def _sent(self, stored: Undecoded) -> bool:
        """Hands over what follows from one event. Says whether it was anything.

        Of a history that cannot be read, or that does not open, the log tells, and nobody waits.
        """
        try:
            envelope = self._codec.decode(stored.state)
        except (msgspec.MsgspecError, UnicodeDecodeError) as fault:
            _log.error("messenger: %s at position %d", type(fault).__name__, stored.position)
            return False
        if self._clock() - envelope.at > TOO_LATE:
            return False
        cause = RecordedEvent(stored.stream, stored.version, stored.position, envelope)
        try:
            messages = await self._letters[stored.topic].write(cause)
        except (Refusal, SealBroken) as fault:
            _log.error("messenger: %s at position %d", type(fault).__name__, stored.position)
            return False
        for message in messages:
            await self._hand_over(message)
        return bool(messages)

    async def _hand_over(self, message: Sms) -> None:
        try:
            await self._gateway.send(message)
        except SmsRefused:
            _log.error("messenger: the gateway refuses message %s", message.id)
        except OSError as away:
            raise GatewayAway from away

    async def _move(self, connection: Connection, position: int) -> bool:
        """Moves the place, if it has come further."""
        old = self._place
        if old is None or position <= old.position:
            return False
        new = Place(position)
        if not await places.move(connection, self._epoch, [Advance(NAME, old, new)]):
            self._place = None
            return True
        self._place = new
        return True
