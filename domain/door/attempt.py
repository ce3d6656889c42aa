"""Makes of a command what is appended: one attempt, on streams that are known. It is pure.

Nothing is loaded here. A decision that needs a stream which nobody has handed in says so, and is
made again with it. A decision is cheap and changes nothing.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial
from typing import Any, Generic, NamedTuple
from uuid import UUID

import msgspec

from domain.aggregate import Aggregate, Decided, Link, Mode, Ref, S
from domain.calendar import Calendar
from domain.circumstances import Circumstances
from domain.door import outcome
from domain.door.envelopes import envelopes
from domain.door.outcome import Outcome
from domain.door.request import Request
from domain.event_store.pending import Pending, StreamWrite
from domain.message import Command, Event
from domain.people import NOBODY, Actor
from domain.recorded_event import RecordedEvent
from domain.services.catalogue import Catalogue


class Opened(msgspec.Struct, Generic[S], frozen=True):
    """A stream as it was loaded: its state, and how far its history goes. ``owner`` began it."""

    stream: UUID
    state: S
    version: int
    position: int
    owner: Actor


def unbegun(of: Aggregate[S], stream: UUID, owner: Actor = NOBODY) -> Opened[S]:
    """A stream to which nothing has happened."""
    return Opened(stream, of.initial, 0, 0, owner)


def as_loaded(of: Aggregate[S], stream: UUID, history: Sequence[RecordedEvent]) -> Opened[S]:
    """A stream as its whole history leaves it."""
    if not history:
        return unbegun(of, stream)
    state, last = of.fold(recorded.event for recorded in history), history[-1]
    return Opened(stream, state, last.version, last.position, history[0].envelope.by)


class Sought(NamedTuple):
    """A stream that must be known first. It is ``read`` by many decisions, or linked by one."""

    of: Aggregate[Any]
    stream: UUID
    read: bool


class Settled(NamedTuple, Generic[S]):
    """What was decided: events of the stream itself, events of linked ones, and guarded streams.

    ``chosen`` are those linked ones that the decision has picked out of several, or that many
    share.
    """

    before: Opened[S]
    decided: Decided[S]
    at: Circumstances
    linked: tuple[tuple[UUID, int, Sequence[Event]], ...]
    guarded: tuple[tuple[UUID, int], ...]
    chosen: Set[UUID]


class Written(NamedTuple, Generic[S]):
    """What the stream will be once ``pending`` is stored."""

    before: Opened[S]
    after: S
    result: Outcome
    pending: Pending
    chosen: Set[UUID]


Known = Mapping[UUID, Opened[Any]]


class _Needs(Exception):
    """The decision needs streams that nobody has handed in."""

    def __init__(self, sought: list[Sought]) -> None:
        super().__init__()
        self.sought = sought


@dataclass(frozen=True, slots=True)
class Writing:
    """Decides and writes. ``build`` is the program that does, as every envelope names it."""

    catalogue: Catalogue
    calendar: Calendar
    build: str
    clock: Callable[[], datetime]

    def decide(
        self,
        of: Aggregate[S],
        before: Opened[S],
        command: Command,
        request: Request,
        known: Known,
        *,
        certain: bool = False,
    ) -> Settled[S] | list[Sought]:
        """Decides on the command, or names the streams that must be known first.

        A stream that is read or linked as fresh counts as not begun, unless all is ``certain``.
        Raises the refusal of the decision, or that of a linked one.
        """
        streams = _Streams(known, certain)
        try:
            refs = tuple(of.reads(before.state, command))
            read = streams.found(refs, read=True) if refs else {}
            at = self.circumstances(before, request.by, request.id_indexes, read)
            if further := of.row(type(command)).further:
                refs = (*refs, *further(before.state, command, at))
                read = streams.found(refs, read=True)
                at = self.circumstances(before, request.by, request.id_indexes, read)
            decided = of.decide(before.state, command, at)
            linked = _linked(decided.links, streams, at) if decided.links else ()
        except _Needs as needs:
            return needs.sought
        written = {stream for stream, _, _ in linked}
        guarded = _guarded(refs, read, written) if refs else ()
        chosen = frozenset(ref.stream for ref in refs if ref.mode is Mode.PEEK) & written
        chosen |= {link.stream for link in decided.links if link.shared}
        return Settled(before, decided, at, linked, guarded, chosen)

    def write(self, of: Aggregate[S], settled: Settled[S], request: Request) -> Written[S]:
        """Makes what is stored, all of it or nothing: events in envelopes, guards, outcome."""
        before, decided, at, linked, guarded, chosen = settled
        place = request.by.office or of.office(decided.after)
        enveloped = partial(
            envelopes,
            now=at.now,
            request=request,
            place=place,
            calendar=self.calendar,
            build=self.build,
        )

        writes = [StreamWrite(before.stream, before.version, enveloped(decided.events))]
        writes += [StreamWrite(stream, at, enveloped(events)) for stream, at, events in linked]
        writes += [StreamWrite(stream, at, ()) for stream, at in guarded]
        result = _outcome(of, before, decided, at)
        pending = Pending(
            request.command_id,
            request.sha256,
            outcome.encode(result),
            tuple(writes),
            request.by.caller,
        )
        return Written(before, decided.after, result, pending, chosen)

    def circumstances(
        self, before: Opened[Any], by: Actor, id_indexes: Set[bytes], read: Known
    ) -> Circumstances:
        """What a decision looks at, when ``by`` gives a command at this instant."""
        return Circumstances(
            now=self.clock(),
            by=by,
            stream=before.stream,
            catalogue=self.catalogue,
            calendar=self.calendar,
            seen={stream: opened.state for stream, opened in read.items()},
            owner=before.owner,
            id_indexes=id_indexes,
        )


class _Streams(NamedTuple):
    """The streams beside the one that is decided on."""

    known: Known
    certain: bool

    def found(self, refs: Iterable[Ref[Any]], *, read: bool) -> dict[UUID, Opened[Any]]:
        """The states of these streams. Raises :class:`_Needs` with all that are missing."""
        found: dict[UUID, Opened[Any]] = {}
        missing = []
        for of, stream, mode in refs:
            if opened := self.known.get(stream):
                found[stream] = opened
            elif mode is Mode.FRESH and not self.certain:
                found[stream] = unbegun(of, stream)
            else:
                missing.append(Sought(of, stream, read))
        if missing:
            raise _Needs(missing)
        return found


def _linked(
    links: tuple[Link, ...], streams: _Streams, at: Circumstances
) -> tuple[tuple[UUID, int, Sequence[Event]], ...]:
    """Lets each link's own aggregate decide on it, those to one stream one after the other."""
    opened = streams.found([_ref(link) for link in links], read=False)
    events: dict[UUID, list[Event]] = {stream: [] for stream in opened}
    states = {stream: each.state for stream, each in opened.items()}
    for link in links:
        decided = link.to.decide(states[link.stream], link.command, at, linked=True)
        states[link.stream] = decided.after
        events[link.stream] += decided.events
    return tuple((stream, opened[stream].version, events[stream]) for stream in events)


def _ref(link: Link) -> Ref[Any]:
    return Ref(link.to, link.stream, Mode.FRESH if link.fresh else Mode.GUARD)


def _guarded(
    refs: Iterable[Ref[Any]], read: Known, written: set[UUID]
) -> tuple[tuple[UUID, int], ...]:
    """The streams that must not have moved. A linked write guards its own."""
    guarded = {ref.stream for ref in refs if ref.mode is not Mode.PEEK} - written
    return tuple((stream, read[stream].version) for stream in sorted(guarded))


def _outcome(
    of: Aggregate[S], before: Opened[S], decided: Decided[S], at: Circumstances
) -> Outcome:
    return Outcome(
        kind=of.kind,
        stream=before.stream,
        stage=decided.after.stage,
        version=before.version + len(decided.events),
        actions=_names(of.possible_to(decided.after, at)),
        about=of.about(decided.after),
        position=before.position,
    )


@cache
def _names(actions: frozenset[type[Command]]) -> tuple[str, ...]:
    return tuple(sorted(command.__name__ for command in actions))
