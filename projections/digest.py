"""A hash of the canonical dump: equal digests, equal read models (trust.md I6)."""

import hashlib
from typing import Any

from psycopg.sql import SQL, Identifier

from domain.event_store.transaction import Connection
from projections.projection import Projection
from projections.writer import LIVE


async def digest(connection: Connection, projection: Projection[Any], schema: str = LIVE) -> str:
    """SHA-256 (hex) over rows by key, then figures by key without those that are zero."""
    hashed = hashlib.sha256()
    table = Identifier(schema, projection.name)
    dumps = [SQL("SELECT * FROM {} ORDER BY case_id").format(table)]
    if projection.figure:
        keys = SQL(", ").join(Identifier(name) for name in projection.figure.__struct_fields__)
        figures = Identifier(schema, f"{projection.name}_figures")
        dumps.append(SQL("SELECT * FROM {} WHERE value <> 0 ORDER BY {}").format(figures, keys))
    async with connection.cursor() as cursor, connection.transaction():
        await cursor.execute("SET LOCAL TimeZone = 'UTC'")
        await cursor.execute("SET LOCAL DateStyle = 'ISO, YMD'")
        for dump in dumps:
            async with cursor.copy(SQL("COPY ({}) TO STDOUT").format(dump)) as rows:
                async for block in rows:
                    hashed.update(block)
            hashed.update(b"\n\\.\n")
    return hashed.hexdigest()
