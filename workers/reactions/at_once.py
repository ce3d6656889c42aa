"""Carries out what follows from an event, for whoever does not want to wait for the reactor."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from domain.codec import Codec
from domain.door.door import Door
from domain.message import Event
from domain.reaction import BulkReaction, Cause, Reaction
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


async def follow(door: Door, codec: Codec, recorded: RecordedEvent) -> None:
    """Gives the commands that the reactor would, under the same ids, so it finds them done.

    What is refused or concerns many streams is left to the reactor.
    """
    cause = Cause(recorded.stream, recorded.version, recorded.event)
    await follow_cause(door, reactions_of(codec), cause)


async def follow_cause(door: Door, reactions: Reactions, cause: Cause[Event]) -> bool:
    """Does the same, and says whether nothing is left to the reactor."""
    done = True
    for each in reactions.get(type(cause.event), ()):
        assert isinstance(each.reaction, Reaction)
        for consequence in each.reaction.then(cause):
            done = await carry_out(door, each, cause, consequence) is None and done
    return done
