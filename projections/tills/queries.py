"""The tills of a day, and those that wait to be closed."""

from collections.abc import Sequence
from datetime import date
from typing import Final, LiteralString

from domain.event_store.transaction import Connection
from projections.engine.columns import Columns
from projections.tills.row import TillRow

_COLUMNS: Final = Columns(TillRow)
_OF_DAY: Final[LiteralString] = """
SELECT * FROM projections.tills
WHERE office = ANY(%s) AND (day = %s OR (stage <> 'closed' AND day < %s))
ORDER BY day DESC, office, officer LIMIT %s"""
MOST: Final = 200


async def tills_on(connection: Connection, offices: Sequence[str], day: date) -> Sequence[TillRow]:
    """The tills of some offices on a day, and those before it that are not closed yet.

    The latest stand first, and at most 200.
    """
    cursor = await connection.execute(_OF_DAY, (list(offices), day, day, MOST))
    return [_COLUMNS.row(values) for values in await cursor.fetchall()]
