"""The door: it loads, decides, appends and answers, alike for every aggregate and every caller."""

from collections.abc import Awaitable, Callable, Sequence, Set
from datetime import datetime
from typing import Any, Final, NamedTuple
from uuid import UUID

from msgspec.structs import replace

from domain.aggregate import Aggregate, S
from domain.calendar import Calendar
from domain.circumstances import Circumstances
from domain.codec import Codec
from domain.door import outcome
from domain.door.archive import Archive, History
from domain.door.attempt import Opened, Settled, Sought, Writing, Written, unbegun
from domain.door.memory import Memory
from domain.door.outcome import Outcome
from domain.door.refusals import MovedOn
from domain.door.request import Request
from domain.event_store.pending import Appended, Outrun, Replayed
from domain.event_store.store import EventStore
from domain.failpoints import failpoint
from domain.message import Command
from domain.people import Actor
from domain.recorded_event import RecordedEvent
from domain.refusal import Refusal
from domain.services.catalogue import Catalogue

ATTEMPTS: Final = 3

Asked = Command | Callable[[Opened[Any]], Awaitable[Command]]
"""A command, or a function that makes it of the stream as it stands."""


class Begun(NamedTuple):
    """A command that begins a stream, a fresh id for the stream, and who gives the command."""

    stream: UUID
    command: Command
    request: Request


class Door:
    """The door. ``clock`` is the only clock. It gives UTC, from which the office's day follows."""

    def __init__(
        self,
        store: EventStore,
        *,
        clock: Callable[[], datetime],
        catalogue: Catalogue,
        calendar: Calendar,
        build: str,
        codec: Codec,
    ) -> None:
        self.clock = clock
        self._store = store
        self._archive = Archive(store, codec.of)
        self._writing = Writing(catalogue, calendar, build, clock)
        self._recent = Memory()

    def prepare(self, of: Aggregate[S], line: Sequence[Begun]) -> list[Written[S] | None]:
        """Decides on each as if nobody had ever held what it links (ADR 4), step by step (ADR 12).

        None stands for one that is refused or needs an unknown stream, which :meth:`begin` loads.
        """
        settled = [self._settled(of, each) for each in line]
        return [
            made and self._writing.write(of, made, begun.request)
            for begun, made in zip(line, settled, strict=True)
        ]

    async def begin(
        self, of: Aggregate[S], begun: Begun, prepared: Written[S] | None = None
    ) -> Outcome:
        """Carries out the first command of a stream. ``prepared`` is what :meth:`prepare` made."""
        if prepared:
            match await self._store.append(prepared.pending):
                case Appended(position):
                    return self._done(prepared, position)
                case Replayed() as replayed:
                    return outcome.given_again(replayed, begun.request)
        return await self._or_as_before(of, begun.stream, begun.command, begun.request, True)

    async def weigh(self, of: Aggregate[S], on: Begun, at: Opened[S] | None = None) -> Written[S]:
        """What a command would come to or raise. It begins a stream, or follows ``at``."""
        before = at or unbegun(of, on.stream, on.request.by)
        async with self._archive.refusing(on.request.by):
            return await self._made(of, before, on.command, on.request, {}, certain=True)

    async def handle(
        self, of: Aggregate[S], stream: UUID, command: Asked, request: Request
    ) -> Outcome:
        """Carry a command out. That there was nothing to do is logged like any outcome.

        A command that may come before anything has happened begins the stream; whoever names
        the version that he saw then names 0. Raises a :class:`~domain.refusal.Refusal` (nothing
        happened), or what the event store raises when it is away. A command that was carried out
        before is answered as it was then, whatever has become of the stream since.
        """
        return await self._or_as_before(of, stream, command, request, False)

    async def replayed(self, request: Request) -> Outcome | None:
        """The answer that was given to this request before, if there was one."""
        logged = await self._store.logged(request.command_id)
        return outcome.given_again(logged, request) if logged else None

    async def open(
        self, of: Aggregate[S], stream: UUID, by: Actor
    ) -> tuple[Opened[S], Sequence[RecordedEvent]]:
        """The stream and its history. Raises what :meth:`Archive.opened` raises."""
        return await self._archive.opened(of, stream, by)

    async def history(self, stream: UUID, by: Actor) -> History[Any]:
        """The history of a stream of whatever kind, as far as it can be read."""
        return await self._archive.history(stream, by)

    def circumstances(
        self, opened: Opened[Any], by: Actor, id_indexes: Set[bytes]
    ) -> Circumstances:
        """What a decision would look at if ``by`` gave a command now, without other streams."""
        return self._writing.circumstances(opened, by, id_indexes, {})

    def recent(self, stream: UUID) -> Opened[Any] | None:
        """The stream as this process left it, if it still remembers. It may have moved since."""
        return self._recent.get(stream)

    async def recalled(self, of: Aggregate[S], stream: UUID, by: Actor) -> Opened[S]:
        """The stream as :meth:`recent` gives it, or as :meth:`open` does, and then remembered."""
        if (known := self._recent.get(stream)) is None:
            known, _ = await self.open(of, stream, by)
            self._recent.keep(known)
        return known

    def forget(self, stream: UUID) -> None:
        """Makes the next command load the stream."""
        self._recent.forget(stream)

    def _settled(self, of: Aggregate[S], begun: Begun) -> Settled[S] | None:
        failpoint("W2")
        before = unbegun(of, begun.stream, begun.request.by)
        try:
            made = self._writing.decide(of, before, begun.command, begun.request, self._recent)
        except Refusal:
            return None
        return made if isinstance(made, Settled) else None

    async def _or_as_before(
        self, of: Aggregate[S], stream: UUID, command: Asked, request: Request, begins: bool
    ) -> Outcome:
        """Asks the command log before a refusal is given: the command may have been carried out."""
        try:
            async with self._archive.refusing(request.by):
                return await self._carry_out(of, stream, command, request, begins)
        except Refusal as refusal:
            if replayed := await self.replayed(request):
                return replayed
            raise refusal

    async def _carry_out(
        self, of: Aggregate[S], stream: UUID, command: Asked, request: Request, begins: bool
    ) -> Outcome:
        """No refusal rests on a remembered stream, which may be stale. To be outrun at a stream
        that was chosen among several, where others are left, or is shared, is no attempt."""
        attempt, again = 0, False
        while attempt < ATTEMPTS:
            remembered = None if again or begins else self._remembered(of, stream, request)
            before = remembered or await self._before(
                of, stream, command, request, begins=begins and not again
            )
            known: dict[UUID, Opened[Any]] = {}
            failpoint("W2")
            try:
                made = await self._made(of, before, command, request, known, certain=again)
            except Refusal:
                if again or not (remembered or known):
                    raise
                attempt, again = attempt + 1, True
                continue
            match await self._store.append(made.pending):
                case Appended(position):
                    return self._done(made, position)
                case Replayed() as replayed:
                    return outcome.given_again(replayed, request)
                case Outrun(moved):
                    self.forget(moved)
                    attempt, again = attempt + (moved not in made.chosen), True
        raise MovedOn(version=before.version)

    async def _made(
        self,
        of: Aggregate[S],
        before: Opened[S],
        asked: Asked,
        request: Request,
        known: dict[UUID, Opened[Any]],
        *,
        certain: bool,
    ) -> Written[S]:
        """Makes one attempt. ``known`` collects remembered streams, unless all must be loaded."""
        command = asked if isinstance(asked, Command) else await asked(before)
        loaded: dict[UUID, Opened[Any]] = {}
        while True:
            made = self._writing.decide(
                of, before, command, request, known | loaded, certain=certain
            )
            if isinstance(made, Settled):
                return self._writing.write(of, made, request)
            missing = []
            for sought in made:
                if not certain and (recent := self._recent.get(sought.stream)):
                    known[sought.stream] = recent
                else:
                    missing.append(sought)
            loaded |= await self._load(missing)

    async def _load(self, sought: Sequence[Sought]) -> dict[UUID, Opened[Any]]:
        """The streams that a decision needs and nobody remembers."""
        found = {}
        for each, opened in zip(sought, await self._archive.together(sought), strict=True):
            found[each.stream] = opened
            if each.read:
                self._recent.keep(opened)
        return found

    async def _before(
        self, of: Aggregate[S], stream: UUID, command: Asked, request: Request, *, begins: bool
    ) -> Opened[S]:
        """The stream to decide on. Raises :class:`MovedOn` if the caller saw another version."""
        nothing = unbegun(of, stream, request.by)
        if begins:
            return nothing
        history = await self._archive.events(of, stream, request.by)
        first = isinstance(command, Command) and of.initial.stage in of.row(type(command)).at
        absent = first and not history
        opened = nothing if absent else self._archive.shown(of, stream, history, request.by)
        if not request.accepts(opened.version):
            raise MovedOn(version=opened.version)
        return opened

    def _remembered(self, of: Aggregate[S], stream: UUID, request: Request) -> Opened[S] | None:
        """The stream as it was left at a version that the caller names. It saves the load."""
        known = self._recent.left_at(of, stream, request)
        return known if known and of.sees(request.by, known.state, known.owner) else None

    def _done(self, made: Written[Any], position: int) -> Outcome:
        before, result = made.before, made.result
        self._recent.keep(Opened(before.stream, made.after, result.version, position, before.owner))
        return replace(result, position=position)
