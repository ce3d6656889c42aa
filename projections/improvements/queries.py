"""The register of a prefecture, and how many problems stand open by prefecture."""

from collections.abc import Mapping, Sequence
from typing import Final, LiteralString, NamedTuple

from domain.event_store.transaction import Connection
from projections.engine.columns import Columns
from projections.improvements.row import ImprovementRow
from projections.throughput.definitions.improvements import OPEN, OVERDUE
from projections.throughput.lines import Line

_COLUMNS: Final = Columns(ImprovementRow)
_OF_REGION: Final[LiteralString] = """
SELECT * FROM projections.improvements WHERE office = %s
ORDER BY stage = 'closed', CASE WHEN stage = 'closed' THEN NULL ELSE due_on END,
    closed_on DESC, stream
LIMIT %s"""
_COUNTED: Final[LiteralString] = """
SELECT office, count(*) FILTER (WHERE stage <> 'closed'), count(*) FILTER (WHERE stage = 'overdue'),
    count(*) FILTER (WHERE stage = 'closed')
FROM projections.improvements GROUP BY office ORDER BY office"""
MOST: Final = 200


class ImprovementsStand(NamedTuple):
    """How many problems of a prefecture are open, how many of those overdue, how many closed."""

    open: int = 0
    overdue: int = 0
    closed: int = 0


async def improvements_of(connection: Connection, region: str) -> Sequence[ImprovementRow]:
    """Those that are open, the first due first, then the closed ones, the latest first.

    At most 200.
    """
    cursor = await connection.execute(_OF_REGION, (region, MOST))
    return [_COLUMNS.row(values) for values in await cursor.fetchall()]


async def improvements_by_region(connection: Connection) -> Mapping[str, ImprovementsStand]:
    """By the code of the prefecture. One that is missing has entered nothing."""
    cursor = await connection.execute(_COUNTED)
    return {region: ImprovementsStand(*counts) for region, *counts in await cursor.fetchall()}


async def improvement_lines(connection: Connection) -> Sequence[Line]:
    """A line for each prefecture that has entered anything, for the figures."""
    lines = []
    for region, stands in (await improvements_by_region(connection)).items():
        line = Line({"region": region})
        line.add(OPEN, stands.open)
        line.add(OVERDUE, stands.overdue)
        lines.append(line)
    return lines
