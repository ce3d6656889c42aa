"""The one door into the domain: load, decide, append, answer (design.md W7)."""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import reduce
from typing import Final
from uuid import UUID

from msgspec.structs import replace

from domain import claims, outcome
from domain.access import may_see
from domain.calendar import Calendar
from domain.case import commands, uniqueness
from domain.case.decisions.decide import carry_out
from domain.case.evolve import evolve
from domain.case.office import Office, WindowOpen
from domain.case.refusals import CaseMovedOn, CaseNotFound, KeyReused
from domain.case.state import Case
from domain.event_store.pending import Appended, Replayed
from domain.event_store.store import EventStore
from domain.failpoints import failpoint
from domain.outcome import Outcome
from domain.people import Actor
from domain.preparing import Claiming, Opened, Prepared, Preparing, Request, Submission, new
from domain.recorded_event import RecordedEvent
from domain.refusal import Refusal
from domain.services.service import Service

ATTEMPTS: Final = 3
REMEMBERED: Final = 4096
"""Cases kept in memory by a process; what is decided on one is checked by the append."""


class Casework:
    """``clock`` is the only clock: UTC instants, from which the office's local day follows."""

    def __init__(
        self,
        store: EventStore,
        *,
        clock: Callable[[], datetime],
        catalogue: Mapping[str, Service],
        calendar: Calendar,
        window_open: WindowOpen,
        build: str,
    ) -> None:
        self._store = store
        self._preparing = Preparing(catalogue, calendar, window_open, build, clock)
        self._recent: OrderedDict[UUID, Opened] = OrderedDict()

    def prepare(self, line: Sequence[Submission]) -> list[Prepared | None]:
        """Submissions decided together; :meth:`submit` says why one was refused."""
        return self._preparing.submissions(line)

    async def submit(
        self,
        case: UUID,
        command: commands.SubmitCase,
        request: Request,
        prepared: Prepared | None = None,
    ) -> Outcome:
        """A new case under a fresh id; nothing needs to be loaded unless its claim is taken.

        ``prepared`` is what :meth:`prepare` made of the same.
        """
        if prepared:
            match await self._store.append(prepared.pending):
                case Appended(position):
                    return self._done(prepared, position)
                case Replayed() as replayed:
                    return _given_again(replayed, request)
        return await self._or_as_before(case, command, request, begins=True)

    async def handle(self, case: UUID, command: commands.CaseCommand, request: Request) -> Outcome:
        """Carry a command out on a case. That there was nothing to do is logged like any outcome.

        Raises a :class:`~domain.refusal.Refusal` (nothing happened), or what the event
        store raises when it is away. A command that was carried out before is answered
        as it was then, whatever has become of the case since.
        """
        return await self._or_as_before(case, command, request, begins=False)

    async def replayed(self, request: Request) -> Outcome | None:
        """The answer given before to this request, if there was one."""
        logged = await self._store.logged(request.command_id)
        return _given_again(logged, request) if logged else None

    async def _or_as_before(
        self, case: UUID, command: commands.CaseCommand, request: Request, *, begins: bool
    ) -> Outcome:
        """The command log is asked before a refusal is given."""
        try:
            return await self._carry_out(case, command, request, begins=begins)
        except Refusal as refusal:
            if replayed := await self.replayed(request):
                return replayed
            raise refusal

    async def open(self, case: UUID, by: Actor) -> tuple[Opened, Sequence[RecordedEvent]]:
        """The case and its history; :class:`CaseNotFound` also for what ``by`` may not see."""
        history = await self._store.load(case)
        opened = _opened(case, history)
        if opened is None or not may_see(by, office=opened.state.office, owner=opened.owner):
            raise CaseNotFound
        return opened, history

    def recent(self, case: UUID) -> Opened | None:
        """The case as this process last left it, if it still remembers; it may have moved on."""
        return self._recent.get(case)

    def forget(self, case: UUID) -> None:
        """Let the next command load the case."""
        self._recent.pop(case, None)

    async def _begin(self, case: UUID, request: Request) -> Opened:
        """What to decide on; :class:`CaseMovedOn` if the caller saw another version."""
        opened, _ = await self.open(case, request.by)
        if request.expected not in {None, opened.version}:
            raise CaseMovedOn(version=opened.version)
        return opened

    def _remembered(self, case: UUID, request: Request) -> Opened | None:
        """The case as it was left at the version the caller names, which saves the load.

        An append on it, be it empty, finds out if it is stale; a refusal is never based on it.
        """
        known = self._recent.get(case)
        if known is None or request.expected != known.version:
            return None
        sees = may_see(request.by, office=known.state.office, owner=known.owner)
        return known if sees else None

    def _remember(self, opened: Opened) -> None:
        self._recent[opened.id] = opened
        self._recent.move_to_end(opened.id)
        if len(self._recent) > REMEMBERED:
            self._recent.popitem(last=False)

    async def _carry_out(
        self, case: UUID, command: commands.CaseCommand, request: Request, *, begins: bool
    ) -> Outcome:
        version = 0
        for attempt in range(ATTEMPTS):
            remembered = None if begins or attempt else self._remembered(case, request)
            before = remembered or (
                new(case, request) if begins else await self._begin(case, request)
            )
            version = before.version
            failpoint("W2")
            office = self._preparing.office(request.by)
            try:
                decided = carry_out(before.state, command, office)
            except Refusal:
                if remembered:
                    continue
                raise
            claiming = await self._claims(before, decided[1], office, certain=attempt > 0)
            made = self._preparing.prepared(before, decided, claiming, request, office)
            match await self._store.append(made.pending):
                case Appended(position):
                    return self._done(made, position)
                case Replayed() as replayed:
                    return _given_again(replayed, request)
        raise CaseMovedOn(version=version)

    def _done(self, made: Prepared, position: int) -> Outcome:
        before, result = made.before, made.result
        self._remember(Opened(before.id, made.after, result.version, position, before.owner))
        return replace(result, position=position)

    async def _claims(
        self, before: Opened, after: Case, office: Office, *, certain: bool
    ) -> list[Claiming]:
        """A claim is first tried as if nobody had ever held it; the store tells if one has."""
        claiming: list[Claiming] = []
        for change in uniqueness.changes(before.state, after):
            history: Sequence[RecordedEvent] = ()
            if certain or not change.taken:
                history = await self._store.load(change.stream)
            held = claims.fold(e.event for e in history if isinstance(e.event, claims.ClaimEvent))
            event: claims.ClaimEvent = (
                uniqueness.take(held, change, before.id, office.today)
                if change.taken
                else uniqueness.release(change, before.id)
            )
            claiming.append((change.stream, len(history), event))
        return claiming


def _opened(case: UUID, history: Sequence[RecordedEvent]) -> Opened | None:
    """None for an empty stream and for one that is a claim, not a case."""
    if not history or isinstance(history[0].event, claims.ClaimEvent):
        return None
    state = reduce(evolve, (recorded.event for recorded in history), Case())  # type: ignore[arg-type]
    last = history[-1]
    return Opened(case, state, last.version, last.position, history[0].envelope.by.id)


def _given_again(logged: Replayed, request: Request) -> Outcome:
    if logged.request_sha256 != request.sha256:
        raise KeyReused
    return outcome.decode(logged.outcome, logged.position)
