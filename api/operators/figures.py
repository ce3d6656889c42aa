"""How far readers, reactions and workers are, as the database knows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypedDict

from psycopg import AsyncConnection
from psycopg.rows import TupleRow

from api.desk import Desk
from domain.event_store import set_aside
from domain.event_store.liveness import cut_after
from domain.event_store.reactions.standing import standing as reaction_standing
from projections.engine.proofs import FigureProof, last_proof
from projections.engine.standing import Corrected, corrected, relays, standing

_LONGEST_S = 5.0


class ReadModelLag(TypedDict):
    """``behind`` counts events not folded yet, ``parked`` the streams that cannot be folded."""

    position: int
    behind: int
    parked: int


class ReactionLag(TypedDict):
    """``behind`` counts events that nothing has followed from yet.

    ``given_up`` are consequences that nobody tries any more, and ``stopped`` names the refusal
    for which the reaction stands still.
    """

    position: int
    behind: int
    postponed: int
    given_up: int
    stopped: str | None


@dataclass(frozen=True, slots=True)
class Figures:
    """``relays`` are events that a topic lacks, ``set_aside`` counts by worker and reason.

    ``proof`` is the last time that everything was folded again, if there was one.
    """

    projections: dict[str, ReadModelLag]
    reactions: dict[str, ReactionLag]
    relays: dict[str, int]
    set_aside: Sequence[tuple[str, str, int]]
    corrected: Sequence[Corrected]
    proof: FigureProof | None


async def figures(desk: Desk) -> Figures:
    """Asks on the connection that no reader takes away. Raises what a database raises."""
    async with desk.health.connection() as connection:
        with cut_after(connection, _LONGEST_S):
            return Figures(
                projections=await _projections(desk, connection),
                reactions=await _reactions(desk, connection),
                relays=await relays(connection),
                set_aside=await set_aside.counted(connection),
                corrected=await corrected(connection),
                proof=await last_proof(connection),
            )


async def _projections(
    desk: Desk, connection: AsyncConnection[TupleRow]
) -> dict[str, ReadModelLag]:
    return {
        name: {"position": place.position, "behind": place.behind, "parked": place.parked}
        for name in desk.read_models
        for place in (await standing(connection, name),)
    }


async def _reactions(desk: Desk, connection: AsyncConnection[TupleRow]) -> dict[str, ReactionLag]:
    return {
        each.name: {
            "position": each.position,
            "behind": each.behind,
            "postponed": each.postponed,
            "given_up": each.given_up,
            "stopped": each.stopped,
        }
        for each in await reaction_standing(connection, desk.reactions)
    }
