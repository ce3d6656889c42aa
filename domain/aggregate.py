"""The grammar of an aggregate: rows of decisions and effects, and what follows from them.

This module names no aggregate. An aggregate is a declaration (ADR 17). A command is a
:class:`Decision` row: the stages at which it may come, who may give it, and a small pure function
to events or a refusal. An event is an :class:`Effect` row: the stage to which it leads, and a
small pure function on the state. A class without a row does not import.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from functools import reduce
from typing import Any, Final, Generic, NamedTuple, NoReturn, TypeVar, cast
from uuid import UUID

import msgspec
from msgspec.structs import replace

from domain import plausible
from domain.access import officials
from domain.circumstances import Circumstances
from domain.completeness import every_class_has_a_row, every_name_has_words
from domain.conflict import Interests, OfficialAct
from domain.message import Command, Event
from domain.people import Actor, Role
from domain.possible import Possible, ask_who
from domain.reaction import AnyReaction
from domain.refusal import NotAsThingsStand, NotAtThisStage, NotPermitted
from domain.telling import Telling
from domain.timer import Timer
from domain.wording import Words


class State(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """What a history says. An aggregate derives its own. Its defaults are the beginning."""

    stage: StrEnum


S = TypeVar("S", bound=State)
C = TypeVar("C", bound=Command)
E = TypeVar("E", bound=Event)
G = TypeVar("G", bound=StrEnum)


class Carried(Enum):
    """Marks an event that carries the stage to which it leads, in its field ``stage``."""

    STAGE = "stage"


CARRIED: Final = Carried.STAGE
LINKED: Final[frozenset[Role]] = frozenset()
"""Nobody gives such a command himself. It follows from a change of another aggregate."""


class Mode(Enum):
    """What is asked of a stream that a decision reads.

    GUARD: it is loaded or remembered, and must not have moved when the events are written.
    FRESH: it is first taken as if nothing had happened to it, and is guarded so.
    PEEK: it is loaded or remembered, and may move.
    """

    GUARD = "guard"
    FRESH = "fresh"
    PEEK = "peek"


class Ref(NamedTuple, Generic[S]):
    """Another stream at which a decision looks."""

    of: "Aggregate[S]"
    stream: UUID
    mode: Mode = Mode.GUARD

    def state(self, at: Circumstances) -> S:
        """The state as the decision sees it."""
        found: S = at.seen.get(self.stream, self.of.initial)
        return found


class Link(NamedTuple):
    """A command to another stream, carried out in the same instant or not at all. It is ``fresh``
    if nothing may have happened there yet (ADR 4), ``shared`` if many write there, come what may.
    """

    to: "Aggregate[Any]"
    stream: UUID
    command: Command
    fresh: bool = False
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Decision(Generic[S, C]):
    """The row of a command. ``reads`` names the streams at which ``decide`` looks, ``further``
    those that are known only by what the first ones say.

    ``act`` is what the command is to conflicts of interest. ``who`` refuses it to a person who
    has the role, but not this stream in his hands, ``otherwise`` where ``when`` does not hold.
    """

    command: type[C]
    at: Set[StrEnum]
    by: Set[Role]
    decide: Callable[[S, C, Circumstances], Sequence[Event]]
    when: Callable[[S], bool] | None = None
    reads: Callable[[S, C], Iterable[Ref[Any]]] | None = None
    further: Callable[[S, C, Circumstances], Iterable[Ref[Any]]] | None = None
    who: Callable[[S, Circumstances], None] | None = None
    otherwise: Callable[[S], NoReturn] | None = None
    act: OfficialAct = OfficialAct.HANDLE


@dataclass(frozen=True, slots=True)
class Effect(Generic[S, E]):
    """The row of an event. Without ``to`` the stage stays."""

    event: type[E]
    to: StrEnum | Carried | None = None
    change: Callable[[S, E], S] | None = None


class Decided(NamedTuple, Generic[S]):
    """What a command comes to."""

    events: tuple[Event, ...]
    after: S
    links: tuple[Link, ...]


def _at_stage(current: S, stage: StrEnum) -> S:
    return replace(current, stage=stage)


@dataclass(frozen=True, eq=False, kw_only=True)
class Aggregate(Generic[S]):
    """The declaration of one kind of stream.

    ``event`` and ``command`` are the base classes of its own; each of their subclasses
    has its row. ``settle`` gives the events that follow by themselves, ``links`` the
    commands to other streams that follow from a change, ``timer`` what happens if nobody
    acts; ``timed`` is a state without what ``timer`` and its changes do not look at. ``sees``
    says whether an actor may look at a state whose stream ``owner`` began, ``interests`` whom it
    concerns, who then keeps out of it, ``about`` what a caller is told, ``tells`` what people are
    told of its events. Ids that are ``time_ordered`` are UUIDs version 7; others follow from names.
    Raises ``TypeError`` for a row that is missing or stands twice.
    """

    kind: str
    initial: S
    event: type[Event]
    command: type[Command]
    decisions: tuple[Decision[S, Any], ...]
    effects: tuple[Effect[S, Any], ...]
    words: Words
    at_stage: Callable[[S, Any], S] = _at_stage
    settle: Callable[[S, Circumstances], Sequence[Event]] | None = None
    links: Callable[[S, S, Circumstances], Iterable[Link]] | None = None
    timer: Callable[[S], Timer | None] | None = None
    timed: Callable[[S], S] = lambda current: current
    sees: Callable[[Actor, S, Actor], bool] = officials
    interests: Callable[[S], Interests] | None = None
    office: Callable[[S], str] = lambda current: ""
    about: Callable[[S], Mapping[str, str]] = lambda current: {}
    reactions: tuple[AnyReaction, ...] = ()
    tells: tuple[Telling[S, Any], ...] = ()
    time_ordered: bool = False
    _decisions: Mapping[type[Command], Decision[S, Any]] = field(init=False, repr=False)
    _effects: Mapping[type[Event], tuple[StrEnum | Carried | None, Any]] = field(
        init=False, repr=False
    )
    _possible: Possible[S] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        decisions = {row.command: row for row in self.decisions}
        effects = {row.event: (row.to, row.change) for row in self.effects}
        stages: type[StrEnum] = type(self.initial.stage)
        every_class_has_a_row(self.command, [row.command for row in self.decisions])
        every_class_has_a_row(self.event, [row.event for row in self.effects])
        carries = any(row.to is CARRIED for row in self.effects)
        led_to = stages if carries else [row.to for row in self.effects if row.to]
        reached = [self.initial.stage, *led_to]
        every_name_has_words(self.kind, self.words, reached, effects, decisions)
        object.__setattr__(self, "_decisions", decisions)
        object.__setattr__(self, "_effects", effects)
        object.__setattr__(self, "_possible", Possible(self.decisions, stages, self.interests))

    def evolve(self, current: S, event: Event) -> S:
        """The state after one more event. It is total, because history is never refused."""
        to, change = self._effects[type(event)]
        if to is not None:
            stage = event.stage if to is CARRIED else to  # type: ignore[attr-defined]  # CARRIED says so
            if stage is not current.stage:
                current = self.at_stage(current, stage)
        return change(current, event) if change else current

    def fold(self, history: Iterable[Event]) -> S:
        """The state to which a history leads."""
        return reduce(self.evolve, history, self.initial)

    def stage_after(self, stage: G, event: Event) -> G:
        """The stage to which an event leads from ``stage``, without the rest of the state."""
        to = self._effects[type(event)][0]
        if to is None:
            return stage
        return cast("G", event.stage if to is CARRIED else to)  # type: ignore[attr-defined]

    def row(self, command: type[Command]) -> Decision[S, Any]:
        return self._decisions[command]

    def reads(self, current: S, command: Command) -> Iterable[Ref[Any]]:
        """The streams at which the decision on ``command`` looks."""
        return reads(current, command) if (reads := self.row(type(command)).reads) else ()

    def possible(self, current: S) -> frozenset[type[Command]]:
        """The commands that may be given as things stand, whoever gives them."""
        return self._possible.of(current.stage, current)

    def possible_to(self, current: S, at: Circumstances) -> frozenset[type[Command]]:
        """Those that ``at.by`` may give, as far as it depends on the person, not on his role."""
        return self._possible.to(current.stage, current, at)

    def decide(
        self, current: S, command: Command, at: Circumstances, *, linked: bool = False
    ) -> Decided[S]:
        """The events that carry the command out, or none if there is nothing to do. It is pure.

        Raises a :class:`~domain.refusal.Refusal`, and then nothing has happened. A ``linked``
        command follows from another aggregate, so nobody is asked who he is.
        """
        row = self._decisions[type(command)]
        if not linked and at.by.role not in row.by:
            raise NotPermitted(command=type(command).__name__, role=at.by.role)
        if current.stage not in row.at:
            raise NotAtThisStage(command=type(command).__name__, stage=current.stage)
        if row.when and not row.when(current):
            if row.otherwise:
                row.otherwise(current)
            raise NotAsThingsStand(command=type(command).__name__)
        if not linked:
            ask_who(row, current, at, self.interests)
        plausible.check(command, now=at.now, today=at.today)
        decided = tuple(row.decide(current, command, at))
        after = reduce(self.evolve, decided, current)
        if self.settle and (settled := self.settle(after, at)):
            decided = (*decided, *settled)
            after = reduce(self.evolve, settled, after)
        return Decided(decided, after, tuple(self.links(current, after, at)) if self.links else ())
