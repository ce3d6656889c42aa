"""The bookings of examinations as a read model, and what is asked of it about one examination."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final, LiteralString, NamedTuple
from uuid import UUID

from domain.case.case import CASE
from domain.event_store.transaction import Connection
from domain.exam_plans.ranking import RankingKey
from projections.engine.projection import Projection
from projections.examinations.row import (
    BookingRow,
    BookingStanding,
    ExamFigure,
    contribution,
    fold,
)

EXAMINATIONS: Final = Projection(
    name="examinations",
    of=(CASE,),
    tables=Path(__file__).with_name("schema.sql"),
    row=BookingRow,
    fold=fold,
    partial=True,
    contribution=contribution,
    figure=ExamFigure,
)
_BEFORE_ALL: Final = UUID(int=0)
_HELD: Final = [BookingStanding.RANKED.value, BookingStanding.PLACED.value]
_OF_PLAN: Final[LiteralString] = """
FROM projections.examinations WHERE plan = %(plan)s AND standing = ANY(%(held)s)"""
_PAGE: Final[LiteralString] = f"""
SELECT stream {_OF_PLAN} AND stream > %(after)s ORDER BY stream LIMIT %(limit)s"""
_COUNT: Final[LiteralString] = f"SELECT count(*) {_OF_PLAN}"
_KEYS: Final[LiteralString] = f'SELECT since, serial {_OF_PLAN} ORDER BY since, serial COLLATE "C"'
_RANK: Final[LiteralString] = """
SELECT (SELECT count(*) FROM projections.examinations AS other
        WHERE other.plan = mine.plan AND other.standing = ANY(%(held)s)
        AND (other.since, other.serial COLLATE "C") <= (mine.since, mine.serial COLLATE "C")),
       (SELECT count(*) FROM projections.examinations AS other
        WHERE other.plan = mine.plan AND other.standing = ANY(%(held)s))
FROM projections.examinations AS mine
WHERE mine.stream = %(case)s AND mine.standing = ANY(%(held)s)"""


class QueuePosition(NamedTuple):
    """``rank`` counts from 1, the one who has waited longest. It moves until bookings end."""

    rank: int
    applicants: int


async def booked(
    connection: Connection, plan: UUID, after: UUID | None, limit: int
) -> Sequence[UUID]:
    """The cases in the ranking of an examination, behind one, in the order of their ids."""
    values = {"plan": plan, "held": _HELD, "after": after or _BEFORE_ALL, "limit": limit}
    cursor = await connection.execute(_PAGE, values)
    return [stream for (stream,) in await cursor.fetchall()]


async def how_many_booked(connection: Connection, plan: UUID) -> int:
    cursor = await connection.execute(_COUNT, {"plan": plan, "held": _HELD})
    return int((await cursor.fetchall())[0][0])


async def keys_of(connection: Connection, plan: UUID) -> Sequence[RankingKey]:
    """The keys of all who are in the ranking of an examination, in their order."""
    cursor = await connection.execute(_KEYS, {"plan": plan, "held": _HELD})
    return [RankingKey(since, serial) for since, serial in await cursor.fetchall()]


async def queue_position(connection: Connection, case: UUID) -> QueuePosition | None:
    """Where a booking stands among all of its examination. None for one that is in no ranking."""
    cursor = await connection.execute(_RANK, {"case": case, "held": _HELD})
    found = await cursor.fetchall()
    return QueuePosition(*map(int, found[0])) if found else None
