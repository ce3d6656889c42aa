"""One reaction, on its way along the log."""

import asyncio
import logging
from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple
from uuid import UUID

import msgspec

from domain.codec import Codec
from domain.event_store.reactions.causes import Undecoded
from domain.event_store.reactions.places import Advance, Place
from domain.reaction import Cause, Consequence
from domain.reactions import Declared
from workers.reactions.consequence import Refused, carry_out
from workers.reactions.outward import Hand

_log: Final = logging.getLogger(__name__)

WAITS: Final = Refused("waits-behind-another", 0)
UNREADABLE: Final = Refused("event-unreadable", 0)
"""What follows from such an event, and where to, is not known until it can be read."""


class Asked(NamedTuple):
    """A command that follows from the cause at a position."""

    position: int
    cause: Cause[Any]
    consequence: Consequence


@dataclass(slots=True)
class Course:
    """``causes`` are read, as far as ``read_to``, and nothing has followed from them yet.

    ``held`` are the streams for which something is postponed. Whatever comes later for them,
    or from them, waits behind it. ``rests_until`` is a time of the monotonic clock.
    """

    declared: Declared
    codec: Codec
    door: Hand
    place: Place
    held: set[UUID]
    causes: deque[Undecoded] = field(default_factory=deque)
    read_to: int = field(init=False)
    rests_until: float = 0.0

    def __post_init__(self) -> None:
        self.read_to = self.place.position

    @property
    def name(self) -> str:
        return self.declared.name

    @property
    def topic(self) -> str:
        """The stored name of the event to which it reacts."""
        return self.declared.reaction.on.__name__

    def cause(self, stored: Undecoded) -> Cause[Any] | None:
        """None means that this program cannot decode the event."""
        try:
            event = self.codec.decode(stored.state).event
        except (msgspec.MsgspecError, UnicodeDecodeError) as failure:
            _log.error(
                "reaction %s: the event at position %d of stream %s cannot be read: %s",
                *(self.name, stored.position, stored.stream, type(failure).__name__),
            )
            return None
        return Cause(stored.stream, stored.version, event)

    def read(self, causes: Sequence[Undecoded], upto: int) -> None:
        """Takes its own causes out of all those up to ``upto`` that it has not read yet."""
        self.causes.extend(stored for stored in causes if stored.topic == self.topic)
        self.read_to = upto

    def moved(self, move: Advance) -> None:
        """Goes on from where the move leads, because the move is stored."""
        self.place = move.new
        self.held.update(postponed.target for postponed in move.postponed)
        while self.causes and self.causes[0].position <= move.new.position:
            self.causes.popleft()

    def behind(self, position: int) -> Place:
        """The place where everything up to ``position`` is done, right before the next cause."""
        left = next((c.position for c in self.causes if c.position > position), None)
        return Place(self.read_to if left is None else left - 1)

    async def carry_out(self, asked: Sequence[Asked]) -> Sequence[tuple[Asked, Refused | None]]:
        """Carries commands out together, those to one stream in order and none behind a refused."""
        lines: dict[UUID, list[int]] = defaultdict(list)
        for number, each in enumerate(asked):
            lines[each.consequence.stream].append(number)
        answers: list[Refused | None] = [None] * len(asked)

        async def in_turn(stream: UUID, line: Sequence[int]) -> None:
            waits = WAITS if stream in self.held else None
            for number in line:
                _, cause, consequence = asked[number]
                answers[number] = waits or await carry_out(
                    self.door, self.declared, cause, consequence
                )
                waits = waits or (WAITS if answers[number] else None)

        await asyncio.gather(*(in_turn(stream, line) for stream, line in lines.items()))
        return list(zip(asked, answers, strict=True))
