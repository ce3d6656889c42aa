"""Carries out what follows from an event, for whoever does not want to wait for the reactor."""

from domain.codec import Codec
from domain.door.door import Door
from domain.reaction import Cause, Reaction
from domain.reactions import declared
from domain.recorded_event import RecordedEvent
from workers.reactions.consequence import carry_out


async def follow(door: Door, codec: Codec, recorded: RecordedEvent) -> None:
    """Gives the commands that the reactor would, under the same ids, so it finds them done.

    What is refused or concerns many streams is left to the reactor.
    """
    for each in declared(codec):
        reaction = each.reaction
        if isinstance(reaction, Reaction) and reaction.on is type(recorded.event):
            cause = Cause(recorded.stream, recorded.version, recorded.event)
            for consequence in reaction.then(cause):
                await carry_out(door, each, cause, consequence)
