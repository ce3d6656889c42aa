"""What follows from an act elsewhere, carried out right behind it by whoever acts.

While the story is told, its clock is always elsewhere already. A reactor that came later would
not know at which instant to act, and the same seed would not tell the same story.
"""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Final
from uuid import UUID

from domain.case.case import CASE
from domain.codec import Codec
from domain.door.door import Door
from domain.event_store.log import current_epoch
from domain.event_store.pending import Answer, Appended, Pending, Replayed
from domain.event_store.reactions import places
from domain.event_store.store import EventStore
from domain.event_store.transaction import Connection
from domain.reaction import Cause
from domain.recorded_event import RecordedEvent
from workers.reactions.at_once import consequences, reactions_of
from workers.reactions.consequence import carry_out

Causes = deque[Cause[Any]]

_heard: Final[ContextVar[Causes | None]] = ContextVar("heard", default=None)


class Consequences:
    """A store that hears, for each task of its own, to what of its events anybody reacts."""

    def __init__(self, store: EventStore, codec: Codec) -> None:
        self._store = store
        self._reactions = reactions_of(codec)
        self._names = [each.name for found in self._reactions.values() for each in found]
        self.left = False
        """Whether something was refused, and is left to the reactor."""

    async def append(self, pending: Pending) -> Answer:
        answer = await self._store.append(pending)
        heard = _heard.get()
        if heard is not None and isinstance(answer, Appended):
            for write in pending.writes:
                for version, envelope in enumerate(write.envelopes, start=write.after + 1):
                    if type(envelope.event) in self._reactions:
                        heard.append(Cause(write.stream, version, envelope.event))
        return answer

    async def load(self, stream: UUID) -> tuple[RecordedEvent, ...]:
        return await self._store.load(stream)

    async def logged(self, command_id: UUID) -> Replayed | None:
        return await self._store.logged(command_id)

    @contextmanager
    def heard(self) -> Iterator[Causes]:
        """Gives the causes that the running task appends meanwhile."""
        causes: Causes = deque()
        token = _heard.set(causes)
        try:
            yield causes
        finally:
            _heard.reset(token)

    async def passed(self, connection: Connection, upto: int) -> None:
        """Lets the reactor begin behind ``upto``, unless something is left to it."""
        if self.left:
            return
        epoch, names = await current_epoch(connection), self._names
        stand = await places.places(connection, names, epoch)
        moves = [places.Advance(name, stand[name], places.Place(upto)) for name in names]
        await places.move(connection, epoch, moves)

    async def follow(self, door: Door, causes: Causes) -> None:
        """Carries out what follows from each, and from what follows.

        Of the streams that react the town comes back to cases alone.
        """
        while causes:
            cause = causes.popleft()
            for each, consequence in consequences(self._reactions, cause):
                refused = await carry_out(door, each, cause, consequence)
                self.left = self.left or refused is not None
                if each.of is not CASE:
                    door.forget(consequence.stream)
