"""A hash of the canonical dump: equal digests, equal read models (trust.md I6)."""

from typing import Any, Final

from psycopg.sql import SQL, Composed, Identifier

from domain.event_store.transaction import Connection
from projections.projection import Projection
from projections.writer import LIVE

_LINES: Final = SQL(
    "(SELECT sha256(coalesce(string_agg(sha256(record_send(t)), '' ORDER BY {}), '')) FROM {} AS t)"
)
_FIGURES: Final = SQL("(SELECT * FROM {} WHERE value <> 0)")


async def digest(connection: Connection, projection: Projection[Any], schema: str = LIVE) -> str:
    """SHA-256 (hex) of the hash of rows by key and that of figures by key, without zeros.

    Either is the hash of the hashes of its lines in binary, so the server sends one value;
    it is of one snapshot.
    """
    hashes = _LINES.format(Identifier("case_id"), Identifier(schema, projection.name))
    if projection.figure:
        hashes = SQL("{} || {}").format(hashes, _of_figures(projection.figure, projection, schema))
    cursor = await connection.execute(SQL("SELECT encode(sha256({}), 'hex')").format(hashes))
    return str((await cursor.fetchall())[0][0])


def _of_figures(figure: type[Any], projection: Projection[Any], schema: str) -> Composed:
    keys = SQL(", ").join(map(Identifier, figure.__struct_fields__))
    table = Identifier(schema, f"{projection.name}_figures")
    return _LINES.format(keys, _FIGURES.format(table))
