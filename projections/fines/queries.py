"""Fines due, overdue and paid by region, and the figures that are made of them."""

from collections.abc import Sequence
from datetime import date
from typing import Final, LiteralString, NamedTuple

from domain.clocks.fines import additional_penalty
from domain.event_store.transaction import Connection
from domain.offices.tree import prefecture_of
from projections.throughput.definitions import fines as counted
from projections.throughput.lines import Line

_UNPAID: Final[LiteralString] = """
SELECT office, pay_by, fine_fen, count(*) FROM projections.fines
WHERE stage = 'payable' GROUP BY office, pay_by, fine_fen"""
_DECIDED: Final[LiteralString] = """
SELECT office, count(*), count(*) FILTER (WHERE decided_online) FROM projections.fines
WHERE decided_on BETWEEN %(first)s AND %(last)s GROUP BY office"""
_PAID: Final[LiteralString] = """
SELECT office, count(*), count(*) FILTER (WHERE paid_online), sum(paid_fen)::bigint,
       sum(paid_fen - fine_fen)::bigint
FROM projections.fines
WHERE paid_on BETWEEN %(first)s AND %(last)s GROUP BY office"""


class Unpaid(NamedTuple):
    """So many fines of one amount of one office that are all to be paid by one day."""

    office: str
    pay_by: date
    fine_fen: int
    fines: int


async def fine_lines(connection: Connection, first: date, last: date) -> Sequence[Line]:
    """A line a region: of the period, and of what stands unpaid at the end of its last day.

    What is unpaid now is counted as late as it is on that day. Both days are included.
    """
    values = {"first": first, "last": last}
    lines: dict[str, Line] = {}

    def add(office: str, **counts: int) -> None:
        region = prefecture_of(office)
        line = lines.setdefault(region, Line({"region": region}))
        for name, value in counts.items():
            line.add(name, value)

    for office, decided, online in await (await connection.execute(_DECIDED, values)).fetchall():
        add(office, **{counted.DECIDED: decided, counted.DECIDED_ONLINE: online})
    for office, paid, online, fen, added in await (
        await connection.execute(_PAID, values)
    ).fetchall():
        add(
            office,
            **{
                counted.PAID: paid,
                counted.PAID_ONLINE: online,
                counted.PAID_FEN: fen,
                counted.ADDED_FEN: added,
            },
        )
    for row in await (await connection.execute(_UNPAID)).fetchall():
        unpaid = Unpaid(*row)
        add(unpaid.office, **standing(unpaid, last))
    return [lines[region] for region in sorted(lines)]


def standing(unpaid: Unpaid, day: date) -> dict[str, int]:
    """How many are due or late on a day, and what is owed for them then, in fen."""
    late = (day - unpaid.pay_by).days
    if late <= 0:
        return {counted.DUE: unpaid.fines, counted.DUE_FEN: unpaid.fines * unpaid.fine_fen}
    added = additional_penalty(unpaid.fine_fen, late, judged_on=unpaid.pay_by)
    return {
        counted.OVERDUE: unpaid.fines,
        counted.OVERDUE_FEN: unpaid.fines * (unpaid.fine_fen + added),
    }
