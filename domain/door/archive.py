"""What the door reads of the store, and what is said of a history that stops in its middle."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Final, Generic, NamedTuple, NoReturn
from uuid import UUID

from domain.aggregate import Aggregate, S
from domain.door.attempt import Opened, Sought, as_loaded
from domain.door.refusals import HistoryUnreadable, NotFound, Withheld
from domain.event_store.store import EventStore
from domain.event_store.unreadable import StreamUnreadable
from domain.message import Event
from domain.people import Actor, Role
from domain.recorded_event import RecordedEvent
from domain.refusal import Refusal

_OWN: Final = frozenset({Role.APPLICANT, Role.PARTNER})


class History(NamedTuple, Generic[S]):
    """What can be read of ``stored`` events. None of them from ``unreadable_from`` on can."""

    of: Aggregate[S]
    opened: Opened[S]
    events: Sequence[RecordedEvent]
    stored: int
    unreadable_from: int | None


@dataclass(frozen=True, slots=True)
class Archive:
    """The streams of a store. ``kinds`` finds the aggregate of an event class."""

    store: EventStore
    kinds: Mapping[type[Event], Aggregate[Any]]

    async def opened(
        self, of: Aggregate[S], stream: UUID, by: Actor
    ) -> tuple[Opened[S], Sequence[RecordedEvent]]:
        """The stream and its history. Raises :class:`NotFound`, also if ``by`` may not see it.

        Raises :class:`HistoryUnreadable` to whoever may see it if not all of it can be read.
        """
        events = await self.events(of, stream, by)
        return self.shown(of, stream, events, by), events

    async def events(self, of: Aggregate[Any], stream: UUID, by: Actor) -> Sequence[RecordedEvent]:
        """All events of the stream. Raises :class:`HistoryUnreadable`."""
        try:
            return await self.store.load(stream)
        except StreamUnreadable as unread:
            self._refuse(of, unread, by)

    async def history(self, stream: UUID, by: Actor) -> History[Any]:
        """The history of a stream of whatever kind, as far as it can be read.

        Raises :class:`NotFound`, also if ``by`` may not see it, and
        :class:`HistoryUnreadable` if not even the first event can be read.
        """
        events: Sequence[RecordedEvent]
        unreadable_from = None
        try:
            events = await self.store.load(stream)
            stored = len(events)
        except StreamUnreadable as unread:
            if not unread.history:
                self._refuse(None, unread, by)
            events, stored, unreadable_from = unread.history, unread.stored, unread.version
        if not events:
            raise NotFound
        of = self.kinds[type(events[0].event)]
        return History(of, self.shown(of, stream, events, by), events, stored, unreadable_from)

    async def together(self, sought: Sequence[Sought]) -> Sequence[Opened[Any]]:
        """Loads streams at once, because reads that wait at the same time share a round trip."""
        try:
            histories = await asyncio.gather(*(self.store.load(each.stream) for each in sought))
        except StreamUnreadable as unread:
            kinds = {each.stream: each.of.kind for each in sought}
            _refuse(kinds[unread.stream], unread)
        return [
            as_loaded(each.of, each.stream, history)
            for each, history in zip(sought, histories, strict=True)
        ]

    def shown(
        self, of: Aggregate[S], stream: UUID, events: Sequence[RecordedEvent], by: Actor
    ) -> Opened[S]:
        """The stream as these events leave it, to whoever may see it."""
        if not events or self.kinds[type(events[0].event)] is not of:
            raise NotFound
        opened = as_loaded(of, stream, events)
        if not of.sees(by, opened.state, opened.owner):
            raise Withheld(of.kind, stream)
        return opened

    @asynccontextmanager
    async def refusing(self, by: Actor) -> AsyncIterator[None]:
        """Takes out of a refusal the stream that it names, unless ``by`` may see that one."""
        try:
            yield
        except Refusal as refusal:
            named = getattr(refusal, refusal.names) if refusal.names else None
            if named is None or await self._sees(by, named):
                raise
            raise refusal.unnamed() from None

    async def _sees(self, by: Actor, stream: UUID) -> bool:
        try:
            await self.history(stream, by)
        except (NotFound, HistoryUnreadable):
            return False
        return True

    def _refuse(self, of: Aggregate[Any] | None, unread: StreamUnreadable, by: Actor) -> NoReturn:
        """Says why nothing is decided on the stream, with what is known of it.

        If nothing can be read, nobody knows whose it is. Then only those who work here are told.
        """
        if not unread.history:
            if by.role in _OWN:
                raise NotFound
            _refuse(of.kind if of else "", unread)
        found = of or self.kinds[type(unread.history[0].event)]
        state = self.shown(found, unread.stream, unread.history, by).state
        _refuse(found.kind, unread, {"stage": state.stage, **found.about(state)})


def _refuse(
    kind: str, unread: StreamUnreadable, known: Mapping[str, str] | None = None
) -> NoReturn:
    raise HistoryUnreadable(
        kind=kind,
        version=unread.version - 1,
        unreadable_from=unread.version,
        known=known or {},
    ) from unread
