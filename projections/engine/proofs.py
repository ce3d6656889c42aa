"""Proves every read model in turn, by one process at a time, and keeps what came of it."""

from collections.abc import Sequence
from datetime import datetime
from time import monotonic
from typing import Any, Final, LiteralString

import msgspec

from domain.codec import Codec
from domain.event_store.transaction import Connection
from projections.engine.projection import Projection
from projections.engine.proof import ComparedModel, FigureDifference, Rest, at_once, compared
from projections.engine.session import REBUILD_LOCK, session

KEPT: Final = 400
"""So many results are kept: more than a year of nights."""
_LOCK: Final = 7306
_ALONE: Final = f"SELECT pg_try_advisory_lock({_LOCK})"
_NOT_REBUILT: Final = f"SELECT pg_advisory_lock({REBUILD_LOCK}, hashtext(%s))"
_REBUILT_AGAIN: Final = f"SELECT pg_advisory_unlock({REBUILD_LOCK}, hashtext(%s))"
_BEGUN: Final[LiteralString] = """
SELECT count(DISTINCT name) FROM projections.position
WHERE name = ANY(%s) AND position > 0 AND epoch = (SELECT max(epoch) FROM store_epoch)"""
_KEEP: Final[LiteralString] = """
INSERT INTO projections.proofs (at, position, rows, figures, parked, seconds, differences)
VALUES (%s, %s, %s, %s, %s, %s, %s)"""
_FORGET: Final[LiteralString] = f"""
DELETE FROM projections.proofs
WHERE number <= (SELECT max(number) FROM projections.proofs) - {KEPT}"""
_LAST: Final[LiteralString] = """
SELECT at, extract(epoch FROM clock_timestamp() - ended_at)::float8, position, rows, figures,
       parked, seconds, differences
FROM projections.proofs ORDER BY number DESC LIMIT 1"""
_differences: Final = msgspec.json.Decoder(tuple[FigureDifference, ...]).decode


class FigureProof(msgspec.Struct, frozen=True):
    """``at`` is the instant of the service at which it began, ``age_s`` how long ago it ended.

    ``position`` is where the read model stood that was least far.
    """

    at: datetime
    age_s: float
    position: int
    rows: int
    figures: int
    parked: int
    seconds: int
    differences: tuple[FigureDifference, ...]

    @property
    def compared(self) -> int:
        return self.rows + self.figures

    @property
    def different(self) -> int:
        return sum(each.places for each in self.differences)


class BeingProved(Exception):
    """Another process is at it."""


async def last_proof(connection: Connection) -> FigureProof | None:
    """What came of the last time, if there was one."""
    cursor = await connection.execute(_LAST)
    rows = await cursor.fetchall()
    if not rows:
        return None
    found: tuple[Any, ...] = rows[0]
    return FigureProof(*(*found[:7], _differences(found[7])))


async def prove(
    url: str,
    projections: Sequence[Projection[Any]],
    codec: Codec,
    now: datetime,
    rest: Rest = at_once,
) -> FigureProof | None:
    """Folds every read model again, and keeps the result. None until every one has begun.

    No read model is rebuilt while it is compared, because a rebuild puts others in the place of
    its tables. Raises :class:`BeingProved`.
    """
    connection, began = await session(url), monotonic()
    try:
        if not (await (await connection.execute(_ALONE)).fetchall())[0][0]:
            raise BeingProved
        names = [each.name for each in projections]
        cursor = await connection.execute(_BEGUN, (names,))
        if (await cursor.fetchall())[0][0] < len(names):
            return None
        results = [await _compared(connection, each, codec, rest) for each in projections]
        await _keep(connection, now, results, round(monotonic() - began))
        return await last_proof(connection)
    finally:
        await connection.close()


async def _compared(
    connection: Connection, projection: Projection[Any], codec: Codec, rest: Rest
) -> ComparedModel:
    await connection.execute(_NOT_REBUILT, (projection.name,))
    try:
        return await compared(connection, projection, codec, rest)
    finally:
        await connection.execute(_REBUILT_AGAIN, (projection.name,))


async def _keep(
    connection: Connection, now: datetime, results: Sequence[ComparedModel], seconds: int
) -> None:
    differences = [each for result in results for each in result.differences]
    values = (
        now,
        min(each.position for each in results),
        sum(each.rows for each in results),
        sum(each.figures for each in results),
        sum(each.parked for each in results),
        seconds,
        msgspec.json.encode(differences).decode(),
    )
    async with connection.transaction():
        await connection.execute(_KEEP, values)
        await connection.execute(_FORGET)
