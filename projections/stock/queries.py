"""The books of blanks of some offices."""

from collections.abc import Sequence
from typing import Final, LiteralString

from domain.event_store.transaction import Connection
from projections.engine.columns import Columns
from projections.stock.row import BookOfBlanksRow

_COLUMNS: Final = Columns(BookOfBlanksRow)
_OF_OFFICES: Final[LiteralString] = """
SELECT * FROM projections.stock WHERE office = ANY(%s) ORDER BY office, kind LIMIT %s"""
MOST: Final = 2_000


async def books_of(connection: Connection, offices: Sequence[str]) -> Sequence[BookOfBlanksRow]:
    """By office and kind, at most 2,000: Henan has fewer books than that."""
    cursor = await connection.execute(_OF_OFFICES, (list(offices), MOST), binary=True)
    return [_COLUMNS.row(row) for row in await cursor.fetchall()]
