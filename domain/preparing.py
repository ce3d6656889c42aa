"""From decided events to what is appended: envelopes, the outcome, the command. Pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Final, NamedTuple
from uuid import UUID

import msgspec

from domain import claims, outcome
from domain.calendar import Calendar
from domain.case import commands, uniqueness
from domain.case.decisions.decide import carry_out, possible
from domain.case.office import Office, WindowOpen
from domain.case.state import Case
from domain.event_store.pending import Pending, StreamWrite
from domain.failpoints import failpoint
from domain.outcome import Outcome
from domain.people import Actor
from domain.recorded_event import AnyEvent, Envelope
from domain.refusal import Refusal
from domain.services.service import Service

RULES: Final = "henan-2020-02"
"""The rule table a decision was made by; a new edition of the dated rules gets a new name."""


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """Who asks for a command, through which channel, under which id.

    ``sha256`` of what was asked tells a repetition from another request under the
    same id; ``expected`` is the version the caller has seen, if it must not have moved.
    """

    by: Actor
    channel: str
    command_id: UUID
    sha256: bytes
    expected: int | None = None


class Opened(msgspec.Struct, frozen=True):
    """A case as loaded: its state and how far its history goes."""

    id: UUID
    state: Case
    version: int
    position: int
    owner: str


def new(case: UUID, request: Request) -> Opened:
    """A case that nothing has happened to."""
    return Opened(case, Case(), 0, 0, request.by.id)


Submission = tuple[UUID, commands.SubmitCase, Request]
"""A fresh case id, the command under it, and who gives it."""
Decided = tuple[Sequence[AnyEvent], Case]
"""Events, and the case after them."""
Claiming = tuple[UUID, int, claims.ClaimEvent]
"""The stream of a claim, its version, and the event to follow."""


class Prepared(NamedTuple):
    """What a case comes to once ``pending`` is stored."""

    before: Opened
    after: Case
    result: Outcome
    pending: Pending


@dataclass(frozen=True, slots=True)
class Preparing:
    """``build`` is the program that decides, as every envelope names it."""

    catalogue: Mapping[str, Service]
    calendar: Calendar
    window_open: WindowOpen
    build: str
    clock: Callable[[], datetime]

    def office(self, by: Actor) -> Office:
        return Office(
            now=self.clock(),
            by=by,
            catalogue=self.catalogue,
            calendar=self.calendar,
            window_open=self.window_open,
        )

    def submissions(self, line: Sequence[Submission]) -> list[Prepared | None]:
        """Each as if nobody had ever held its claims, step by step for all; None if refused."""
        offices = [self.office(request.by) for _, _, request in line]
        decided = [
            _unless_refused(command, office)
            for (_, command, _), office in zip(line, offices, strict=True)
        ]
        return [
            made and self._submission(case, request, made, office)
            for (case, _, request), made, office in zip(line, decided, offices, strict=True)
        ]

    def _submission(
        self, case: UUID, request: Request, decided: Decided, office: Office
    ) -> Prepared:
        before = new(case, request)
        claiming = [
            (change.stream, 0, uniqueness.take(claims.Claim(), change, case, office.today))
            for change in uniqueness.changes(before.state, decided[1])
        ]
        return self.prepared(before, decided, claiming, request, office)

    def prepared(
        self,
        before: Opened,
        decided: Decided,
        claiming: Iterable[Claiming],
        request: Request,
        office: Office,
    ) -> Prepared:
        """The events of the case and those of its claims, all or nothing."""
        events, after = decided
        result = Outcome(
            case=before.id,
            reference=after.reference,
            service=after.service,
            stage=after.stage,
            version=before.version + len(events),
            actions=_names(possible(after)),
            position=before.position,
        )
        place = request.by.office or after.office

        def enveloped(event: AnyEvent) -> Envelope:
            return Envelope(
                event=event,
                at=office.now,
                by=request.by,
                office=place,
                channel=request.channel,
                rules=RULES,
                build=self.build,
                cause=request.command_id,
            )

        writes = [StreamWrite(before.id, before.version, tuple(map(enveloped, events)))]
        writes += [StreamWrite(stream, at, (enveloped(event),)) for stream, at, event in claiming]
        return Prepared(
            before,
            after,
            result,
            Pending(
                request.command_id,
                request.sha256,
                outcome.encode(result),
                tuple(writes),
                request.by.id,
            ),
        )


def _unless_refused(command: commands.SubmitCase, office: Office) -> Decided | None:
    failpoint("W2")
    try:
        return carry_out(Case(), command, office)
    except Refusal:
        return None


@cache
def _names(actions: frozenset[type[commands.Command]]) -> tuple[str, ...]:
    return tuple(sorted(command.__name__ for command in actions))
