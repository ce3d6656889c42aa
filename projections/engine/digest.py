"""A hash of all rows and figures. Equal digests mean equal read models."""

from typing import Any, Final

from psycopg.sql import SQL, Identifier

from domain.event_store.transaction import Connection
from projections.engine.projection import Projection
from projections.engine.writer import LIVE

_TABLE: Final = SQL("""(
SELECT sha256(coalesce(string_agg(hash, '' ORDER BY page), '')) FROM (
    SELECT number / 10000 AS page, sha256(string_agg(hash, '' ORDER BY number)) AS hash FROM (
        SELECT row_number() OVER (ORDER BY {}) AS number, sha256(record_send(t)) AS hash
        FROM {} AS t
    ) AS lines GROUP BY number / 10000
) AS pages)""")
"""Lines are hashed in pages: no value of PostgreSQL exceeds 1 GB, or 33 million hashes."""
_FIGURES: Final = SQL("(SELECT * FROM {} WHERE value <> 0)")


async def digest(connection: Connection, projection: Projection[Any], schema: str = LIVE) -> str:
    """The SHA-256 (hex) of a read model: its rows by key, then its figures by key, without zeros.

    The server hashes each line in binary, then the hashes. All of it is of one snapshot.
    """
    hashes = _TABLE.format(Identifier("stream"), Identifier(schema, projection.name))
    for table, key in projection.counts.items():
        columns = SQL(", ").join(map(Identifier, key.__struct_fields__))
        figures = _TABLE.format(columns, _FIGURES.format(Identifier(schema, table)))
        hashes = SQL("{} || {}").format(hashes, figures)
    cursor = await connection.execute(SQL("SELECT encode(sha256({}), 'hex')").format(hashes))
    return str((await cursor.fetchall())[0][0])
