"""What follows in the register, and in cases, when a relief is announced or ended."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple
from uuid import UUID

from domain.message import Command, CountReliefs
from domain.reaction import BulkReaction, Cause, Done
from domain.refusal import Refusal
from domain.reliefs.events import ReliefAnnounced, ReliefEnded

_NONE_FORESEEN: Final[Mapping[type[Refusal], Done]] = MappingProxyType({})


class ReliefReactions(NamedTuple):
    """The reactions of one kind. Each goes through the streams of the kind once a cause."""

    announced: BulkReaction[ReliefAnnounced]
    ended: BulkReaction[ReliefEnded]


def counting(kind: str, refused: Mapping[type[Refusal], Done] = _NONE_FORESEEN) -> ReliefReactions:
    """Deadlines that wait for a day, or have passed, are counted again in every stream concerned.

    Those of the register that lie ahead are derived, and ask the reliefs when they pass. So
    nothing is written there.
    """
    return ReliefReactions(
        BulkReaction(name=f"{kind}_reliefs", on=ReliefAnnounced, then=_count, refused=refused),
        BulkReaction(name=f"{kind}_reliefs_ended", on=ReliefEnded, then=_count, refused=refused),
    )


def _count(cause: Cause[Any], stream: UUID) -> Command:
    return CountReliefs()
