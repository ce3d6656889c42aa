"""The reliefs that hold at an office, for whoever judges by them and decides nothing."""

from collections.abc import Sequence

from domain.clocks.relief import Relief
from domain.door.door import Door
from domain.door.refusals import NotFound
from domain.people import Actor
from domain.reliefs.effect import OF_THE_PROVINCE


async def reliefs_at(door: Door, by: Actor, office: str) -> Sequence[Relief]:
    """They are loaded each time, because one may have been announced a moment ago."""
    try:
        opened, _ = await door.open(OF_THE_PROVINCE.of, OF_THE_PROVINCE.stream, by)
    except NotFound:
        return ()
    return tuple(each.effect for each in opened.state.at_office(office))
