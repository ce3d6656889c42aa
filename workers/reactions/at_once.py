"""Carries out what follows from an event, for whoever does not want to wait for the reactor."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from domain.codec import Codec
from domain.door.door import Door
from domain.message import Event
from domain.reaction import BulkReaction, Cause, Consequence, Reaction
from domain.reactions import Declared, declared
from domain.recorded_event import RecordedEvent
from workers.reactions.consequence import carry_out

Reactions = Mapping[type[Event], Sequence[Declared]]


def reactions_of(codec: Codec) -> Reactions:
    """The reactions by the event to which they react. One that concerns many streams is none."""
    found: dict[type[Event], list[Declared]] = defaultdict(list)
    for each in declared(codec):
        if not isinstance(each.reaction, BulkReaction):
            found[each.reaction.on].append(each)
    return found


def consequences(
    reactions: Reactions, cause: Cause[Event]
) -> Iterator[tuple[Declared, Consequence]]:
    """What follows from a cause, and by which reaction."""
    for each in reactions.get(type(cause.event), ()):
        assert isinstance(each.reaction, Reaction)
        for consequence in each.reaction.then(cause):
            yield each, consequence


async def follow(door: Door, codec: Codec, recorded: RecordedEvent) -> None:
    """Gives the commands that the reactor would, under the same ids, so it finds them done.

    What is refused or concerns many streams is left to the reactor.
    """
    cause = Cause(recorded.stream, recorded.version, recorded.event)
    for each, consequence in consequences(reactions_of(codec), cause):
        await carry_out(door, each, cause, consequence)
