"""How a record remembers what has changed it, and is put right when a decision falls (ADR 53).

A licence, a vehicle and a learner's permit do it in the same way. Each says what its events change,
how it stood when it was entered, what was handed out, and what of an outcome others build on.
"""

from collections.abc import Callable, Collection, Container, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from typing import Any, Generic, NamedTuple, TypeVar
from uuid import UUID

from msgspec.structs import replace

from domain.message import Event
from domain.register.changes import AnyChange, OutcomeUndone, concern
from domain.register.document import HandedOut, VoidDocument
from domain.register.outcomes import built_on_by, case_of, without

S = TypeVar("S", bound=Any)
"""A state that has the record as it was ``entered``, and what was done to it ``since``."""

E = TypeVar("E", bound=Event)


def issued_on(event: Any) -> date | None:
    """The day on which the event says that something was handed out."""
    day: date | None = getattr(event, "issued_on", None)
    return day


class PutRight(NamedTuple, Generic[S, E]):
    """A record without an outcome that has fallen.

    ``told`` is the event that says so, if any outcome has. ``left_to_a_person``: others have built
    on it, so nothing comes in its place by itself.
    """

    current: S
    told: tuple[E, ...] = ()
    left_to_a_person: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeMemory(Generic[S, E]):
    """What one kind of record remembers.

    ``changes`` is what each remembered event changes. ``undone`` is the event that an outcome was
    undone, and itself stays remembered only if it stands in ``changes``. ``about`` says of a later
    event on what it leans, given the events of the outcome that falls.
    """

    changes: Mapping[type, Callable[[S, Any], S]]
    as_entered: Callable[[S], S]
    undone: type[Any]
    about: Callable[[Collection[Event]], Callable[[Any], Hashable | None]]
    handed_out: Mapping[type, HandedOut] = field(default_factory=dict)
    printed_on: Callable[[Any], date | None] = issued_on

    @property
    def kinds(self) -> tuple[type, ...]:
        """The events that change the record after it was entered."""
        return tuple(dict.fromkeys((*self.changes, self.undone)))

    def change(self, current: S, event: Any) -> S:
        """What an event changes. It is remembered, so that it can be changed again."""
        if isinstance(event, self.undone):
            current = self.without_outcome(current, event.case)
        return self._again(current, event) if type(event) in self.changes else current

    def without_outcome(self, current: S, case: UUID) -> S:
        """The record as if the case had changed nothing in it since it was entered."""
        if current.entered is None:
            return current
        kept = without(current.since, case, self.undone)
        return reduce(self._again, kept, replace(self.as_entered(current), since=()))

    def put_right(
        self,
        current: S,
        case: UUID,
        changes: Sequence[AnyChange],
        kinds: Container[type],
        today: date,
    ) -> PutRight[S, E]:
        """Leaves out the outcome of the case, if the ``changes`` that concern it withdraw one."""
        withdrawn = [each for each in changes if isinstance(each, OutcomeUndone)]
        if not concern(withdrawn, kinds):
            return PutRight(current)
        outcome = [each for each in current.since if case_of(each) == case]
        built_on = built_on_by(current.since, case, self.about(outcome))
        anew = tuple(each for each in changes if type(each) in kinds)
        void = tuple(
            self._void(each, case, today) for each in outcome if type(each) in self.handed_out
        )
        told: E = self.undone(
            case=case,
            built_on_by=built_on,
            left_out=anew if built_on else (),
            entered_since=not outcome,
            **({"void": void} if self.handed_out else {}),
        )
        return PutRight(self.without_outcome(current, case), (told,), bool(built_on))

    def _again(self, current: S, event: Event) -> S:
        changed: S = self.changes[type(event)](current, event)
        return replace(changed, since=(*current.since, event))

    def _void(self, event: Event, case: UUID, today: date) -> VoidDocument:
        return VoidDocument(
            what=self.handed_out[type(event)],
            case=case,
            void_from=today,
            issued_on=self.printed_on(event),
        )
