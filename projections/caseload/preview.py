"""How many cases a decision of a prefecture would concern, by office and service."""

from collections.abc import Sequence
from typing import Final, LiteralString, NamedTuple

from domain.event_store.transaction import Connection

_NEEDING: Final[LiteralString] = """
SELECT "window", service, count(*) FROM projections.caseload
WHERE left("window", 4) = left(%s, 4) GROUP BY "window", service ORDER BY "window", service"""
_IN_HAND: Final[LiteralString] = """
SELECT office, service, count(*) FROM projections.caseload
WHERE open AND office = %s GROUP BY office, service ORDER BY office, service"""


class Concerned(NamedTuple):
    """So many cases of a service, which an office has in hand or whose window they need."""

    office: str
    service: str
    cases: int


async def needing_windows(connection: Connection, region: str) -> Sequence[Concerned]:
    """The cases that need a window of the prefecture, by window."""
    cursor = await connection.execute(_NEEDING, (region,))
    return [Concerned(*row) for row in await cursor.fetchall()]


async def in_hand(connection: Connection, office: str) -> Sequence[Concerned]:
    """The cases that an office has in hand."""
    cursor = await connection.execute(_IN_HAND, (office,))
    return [Concerned(*row) for row in await cursor.fetchall()]
