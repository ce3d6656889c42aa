"""The statement for the treasury: what offices took in some days, and what the post still owes."""

from collections.abc import Sequence
from datetime import date
from typing import Final, LiteralString, NamedTuple

from domain.event_store.transaction import Connection
from domain.payments.books import Takings
from domain.payments.movement import ChargeKind, TakingsKind

_TAKEN: Final[LiteralString] = """
SELECT office, charge, kind, sum(value)::bigint FROM projections.takings_figures
WHERE day BETWEEN %(first)s AND %(last)s AND office = ANY(%(offices)s)
GROUP BY office, charge, kind HAVING sum(value) <> 0"""
_OF_THE_POST: Final[LiteralString] = """
SELECT office,
       sum(value) FILTER (WHERE kind = 'by_post' AND day < %(first)s),
       sum(value) FILTER (WHERE kind = 'paid_over' AND day < %(first)s),
       sum(value) FILTER (WHERE kind = 'by_post' AND day >= %(first)s),
       sum(value) FILTER (WHERE kind = 'paid_over' AND day >= %(first)s)
FROM projections.takings_figures
WHERE kind IN ('by_post', 'paid_over') AND day <= %(last)s AND office = ANY(%(offices)s)
GROUP BY office ORDER BY office"""
_OF_TILLS: Final[LiteralString] = """
SELECT sum(cash_fen + card_fen)::bigint FROM projections.tills
WHERE day BETWEEN %s AND %s AND office = ANY(%s)"""


class PostAccount(NamedTuple):
    """What the post owed before some days, collected and paid over in them. It is in fen."""

    office: str
    before_fen: int
    collected_fen: int
    paid_over_fen: int

    @property
    def owed_fen(self) -> int:
        """What it owes at the end of the last day."""
        return self.before_fen + self.collected_fen - self.paid_over_fen


async def takings_of(
    connection: Connection, offices: Sequence[str], first: date, last: date
) -> Sequence[Takings]:
    """What some offices took from ``first`` to ``last``, both included."""
    values = {"first": first, "last": last, "offices": list(offices)}
    sums: dict[tuple[str, ChargeKind], dict[TakingsKind, int]] = {}
    cursor = await connection.execute(_TAKEN, values)
    for office, charge, kind, fen in await cursor.fetchall():
        sums.setdefault((office, ChargeKind(charge)), {})[TakingsKind(kind)] = fen
    return [Takings(*key, sums[key]) for key in sorted(sums)]


async def post_accounts(
    connection: Connection, offices: Sequence[str], first: date, last: date
) -> Sequence[PostAccount]:
    """How the post stands with each office for which it has ever collected anything."""
    values = {"first": first, "last": last, "offices": list(offices)}
    cursor = await connection.execute(_OF_THE_POST, values)
    return [
        PostAccount(office, int(before or 0) - int(paid or 0), int(came or 0), int(over or 0))
        for office, before, paid, came, over in await cursor.fetchall()
    ]


async def tills_fen(connection: Connection, offices: Sequence[str], first: date, last: date) -> int:
    """What the tills of some offices took in these days, by their own books."""
    cursor = await connection.execute(_OF_TILLS, (first, last, list(offices)))
    return int((await cursor.fetchall())[0][0] or 0)


def window_fen(told: Sequence[Takings]) -> int:
    """What came in over counters, by the books of orders and cases."""
    return sum(
        each.sums.get(kind, 0) for each in told for kind in (TakingsKind.CASH, TakingsKind.CARD)
    )
