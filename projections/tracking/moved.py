"""Where the read models stand, and the versions of a few cases: all that open pages ask."""

from collections.abc import Sequence
from typing import Final, LiteralString, NamedTuple
from uuid import UUID

from domain.event_store.transaction import Connection
from projections.engine.standing import SLOWEST

_MOVED: Final[LiteralString] = f"""
SELECT coalesce(({SLOWEST}), 0), NULL::uuid, NULL::bigint
UNION ALL
SELECT 0, stream, version FROM projections.tracking WHERE stream = ANY(%s::uuid[])"""


class LivePosition(NamedTuple):
    """``position`` is the one that every read model has reached.

    Whoever was told of one that only some have reached would be told of the others a pace later.
    """

    position: int
    versions: dict[UUID, int]


async def moved(connection: Connection, cases: Sequence[UUID]) -> LivePosition:
    """Answers in one question, however many cases there are."""
    cursor = await connection.execute(_MOVED, (list(cases),), prepare=True)
    (position, _, _), *rows = await cursor.fetchall()
    return LivePosition(position, {case: version for _, case, version in rows})
