"""What the worker asks of the draws, and what is published of them."""

from collections.abc import Sequence
from datetime import date
from typing import Final, LiteralString

from domain.event_store.transaction import Connection
from projections.draws.row import DrawRow
from projections.engine.columns import Columns

_COLUMNS: Final = Columns(DrawRow)
_FROM: Final[LiteralString] = "SELECT region, day FROM projections.draws WHERE day >= %s"
_OVER: Final[LiteralString] = """
    SELECT region, day FROM projections.draws
    WHERE day < %s AND seed IS NULL ORDER BY day, region
"""
_OF_DAYS: Final = f"""
    SELECT {", ".join(_COLUMNS.names)} FROM projections.draws
    WHERE day BETWEEN %s AND %s AND region = ANY(%s) ORDER BY day, region
"""


async def committed_from(connection: Connection, day: date) -> set[tuple[str, date]]:
    """Region and day of the draws of ``day`` and later to which the office is bound."""
    cursor = await connection.execute(_FROM, (day,))
    return set(await cursor.fetchall())


async def over(connection: Connection, today: date) -> Sequence[tuple[str, date]]:
    """Region and day of those whose day is over, and whose seed nobody has told."""
    cursor = await connection.execute(_OVER, (today,))
    return await cursor.fetchall()


async def draws_of(
    connection: Connection, first: date, last: date, regions: Sequence[str]
) -> Sequence[DrawRow]:
    """The draws of the local days ``first`` to ``last``, in the order of days and regions."""
    wanted = (first, last, list(regions))
    cursor = await connection.execute(_OF_DAYS.encode(), wanted, binary=True)
    return [_COLUMNS.row(row) for row in await cursor.fetchall()]
