"""The reliefs that hold at an office, for whoever judges by them and decides nothing."""

from collections.abc import Sequence
from typing import NamedTuple

from domain.clocks.relief import Relief
from domain.door.door import Door
from domain.door.refusals import NotFound
from domain.people import Actor
from domain.reliefs.effect import OF_THE_PROVINCE
from domain.reliefs.state import Reliefs


async def reliefs_at(door: Door, by: Actor, office: str) -> Sequence[Relief]:
    """They are loaded each time, because one may have been announced a moment ago."""
    return tuple(each.effect for each in (await _reliefs(door, by)).at_office(office))


class NamesInForce(NamedTuple):
    """The names of the reliefs that stand, and of those of them that have no end yet."""

    standing: Sequence[str]
    open: Sequence[str]


async def names_in_force(door: Door, by: Actor) -> NamesInForce:
    """Those of the whole province, in whichever part of it they hold."""
    standing = (await _reliefs(door, by)).standing
    return NamesInForce(
        [each.relief for each in standing], [each.relief for each in standing if each.is_open]
    )


async def _reliefs(door: Door, by: Actor) -> Reliefs:
    try:
        opened, _ = await door.open(OF_THE_PROVINCE.of, OF_THE_PROVINCE.stream, by)
    except NotFound:
        return OF_THE_PROVINCE.of.initial
    return opened.state
