"""How an aggregate is seen over HTTP: the declaration from which its routes follow."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Generic, NamedTuple
from uuid import UUID

from domain.aggregate import Aggregate, Decision, S
from domain.clocks.lawful import LawfulDeadline, MovedDeadline
from domain.free_text import free_text
from domain.message import Command
from domain.people import Role
from domain.titles import Title
from projections.engine.projection import Projection

API: Final = "/api/v1"
OWN: Final = frozenset({Role.APPLICANT, Role.PARTNER})
"""Who comes in his own matter; everybody else comes for an office."""
OFFICIALS: Final = frozenset({Role.CLERK, Role.SUPERVISOR, Role.HQ})
"""Who gives commands for an office."""
READERS: Final = OFFICIALS | {Role.AUDITOR}
CALLERS: Final = frozenset(Role) - {Role.SYSTEM}
"""Everybody who comes over HTTP. What the service does by itself does not."""


class SealedParts(NamedTuple):
    """What is sealed in a stream, by part, and the key that opens it."""

    key_id: UUID | None
    parts: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource(Generic[S]):
    """One aggregate under ``/api/v1/PATH``. ``title`` is what one of its streams is called.

    ``readers`` may look at a stream, as far as the aggregate's ``sees`` goes, and ``by`` may
    give its commands, as far as their rows go. ``stream_of`` computes a stream from the name
    that stands in the address; without it the id itself stands there, and is drawn by whoever
    begins. ``sealed`` tells what is shown masked and seals what a caller writes freely.
    ``listed`` is the read model that lists the streams, ``days`` are those for which a stream
    waits, by clock, ``lawful`` the deadlines that a relief may have moved, and ``extended`` those
    that it has moved and the stream has stored. Commands that stand ``apart`` have routes of
    their own.

    Raises ``TypeError`` for free text that no key can seal, as in a command that begins, for
    a list in which an applicant would not find his own, and for a command that draws an id
    although it may also come later.
    """

    of: Aggregate[S]
    path: str
    title: Title
    by: frozenset[Role] = CALLERS
    readers: frozenset[Role] = READERS
    stream_of: Callable[[str], UUID] | None = None
    sealed: Callable[[S], SealedParts] | None = None
    listed: Projection[Any] | None = None
    days: Callable[[S], Mapping[str, date]] | None = None
    lawful: Callable[[S], Iterable[LawfulDeadline]] | None = None
    extended: Callable[[S], Iterable[MovedDeadline]] | None = None
    apart: frozenset[type[Command]] = frozenset()

    def __post_init__(self) -> None:
        for row in self.decisions:
            kind: type[Command] = row.command
            first = self.of.initial.stage in row.at
            if self.begins(row) and not self.only_first(row):
                raise TypeError(f"{self.path}: {kind.__name__} may begin a stream, and come later")
            if free_text(kind) and (first or self.sealed is None):
                raise TypeError(f"{self.path}: no key seals the free text of {kind.__name__}")
        if self.listed and self.readers & OWN and "owner" not in self.listed.row.__struct_fields__:
            raise TypeError(f"{self.path}: {self.listed.name} does not say whose each stream is")

    @property
    def decisions(self) -> tuple[Decision[S, Any], ...]:
        """The rows of the commands that somebody may give over HTTP."""
        return tuple(
            row for row in self.of.decisions if self.givers(row) and row.command not in self.apart
        )

    def givers(self, row: Decision[S, Any]) -> frozenset[Role]:
        """Who may give a command over HTTP."""
        return (self.by & row.by) - {Role.SYSTEM}

    def only_first(self, row: Decision[S, Any]) -> bool:
        """Whether nothing can have happened before the command."""
        first = self.of.initial.stage
        returns = any(effect.to == first for effect in self.of.effects)
        return set(row.at) == {first} and not returns

    def begins(self, row: Decision[S, Any]) -> bool:
        """Whether the command begins a stream whose id is drawn."""
        return self.stream_of is None and self.of.initial.stage in row.at

    def key_of(self, current: S) -> UUID | None:
        """The key that seals what is written about a stream in this state."""
        return self.sealed(current).key_id if self.sealed else None
