"""The reactions of some aggregates, each with the kinds of stream it goes between."""

from typing import Any, NamedTuple

from domain.aggregate import Aggregate
from domain.codec import Codec
from domain.reaction import AnyReaction


class Declared(NamedTuple):
    """A reaction, the aggregate ``of`` its commands, and the one that its cause is ``about``."""

    reaction: AnyReaction
    of: Aggregate[Any]
    about: Aggregate[Any]

    @property
    def name(self) -> str:
        return self.reaction.name


def declared(codec: Codec) -> tuple[Declared, ...]:
    """All reactions that the aggregates declare.

    Raises ``TypeError`` for two of one name, and for one to an event that none of them has.
    """
    made = tuple(
        Declared(reaction, each, _about(codec, reaction))
        for each in codec.aggregates
        for reaction in each.reactions
    )
    if len({each.name for each in made}) < len(made):
        raise TypeError("two reactions have one name")
    return made


def _about(codec: Codec, reaction: AnyReaction) -> Aggregate[Any]:
    about = codec.of.get(reaction.on)
    if about is None:
        raise TypeError(f"{reaction.name}: {reaction.on.__name__} is no event of any aggregate")
    return about
