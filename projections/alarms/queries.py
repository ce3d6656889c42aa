"""Which alarms somebody has taken on today."""

from collections.abc import Mapping
from datetime import date
from typing import Final, LiteralString

from domain.alarms.figure import AlarmFigure
from domain.event_store.transaction import Connection
from projections.alarms.row import AlarmRow
from projections.engine.columns import Columns

_COLUMNS: Final = Columns(AlarmRow)
_HELD: Final[LiteralString] = """
SELECT * FROM projections.alarms WHERE held AND taken_on = %s"""


async def alarms_held(
    connection: Connection, today: date
) -> Mapping[tuple[str, AlarmFigure], AlarmRow]:
    """By place and figure. What was taken on before today is not held any more."""
    cursor = await connection.execute(_HELD, (today,))
    rows = [_COLUMNS.row(values) for values in await cursor.fetchall()]
    return {(row.region, row.figure): row for row in rows}
