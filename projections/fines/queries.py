"""Fines due, overdue and paid, and the figures that are made of them."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, LiteralString, NamedTuple

from domain.clocks.fines import additional_penalty
from domain.event_store.transaction import Connection

_UNPAID: Final[LiteralString] = """
SELECT pay_by, fine_fen, count(*) FROM projections.fines
WHERE stage = 'payable' AND office = ANY(%(offices)s) GROUP BY pay_by, fine_fen"""
_DECIDED: Final[LiteralString] = """
SELECT count(*), count(*) FILTER (WHERE decided_online) FROM projections.fines
WHERE decided_on BETWEEN %(first)s AND %(last)s AND office = ANY(%(offices)s)"""
_PAID: Final[LiteralString] = """
SELECT count(*), count(*) FILTER (WHERE paid_online), coalesce(sum(paid_fen), 0)
FROM projections.fines
WHERE paid_on BETWEEN %(first)s AND %(last)s AND office = ANY(%(offices)s)"""


class Unpaid(NamedTuple):
    """So many fines of one amount that are all to be paid by one day."""

    pay_by: date
    fine_fen: int
    fines: int


class FineFigures(NamedTuple):
    """Of a period, and as they stand at the end of its last day. Money is in fen.

    ``violations_online_rate`` is the part of the decisions for which nobody came to a window, and
    ``fines_paid_online`` the part of the payments that came in online. Both are None while there
    is nothing of which they could be a part. ``fine_overdue_amount`` is what is owed with what is
    added, and ``due_fen`` what is not late yet.
    """

    decided: int
    violations_online_rate: float | None
    paid: int
    paid_fen: int
    fines_paid_online: float | None
    due: int
    due_fen: int
    overdue: int
    fine_overdue_amount: int


async def fine_figures(
    connection: Connection, offices: Sequence[str], first: date, last: date
) -> FineFigures:
    """The figures of the fines that these offices have imposed."""
    values = {"offices": list(offices), "first": first, "last": last}
    decided, online = (await (await connection.execute(_DECIDED, values)).fetchall())[0]
    paid, paid_online, paid_fen = (await (await connection.execute(_PAID, values)).fetchall())[0]
    unpaid = await (await connection.execute(_UNPAID, values)).fetchall()
    due, due_fen, overdue, overdue_fen = standing((Unpaid(*row) for row in unpaid), last)
    return FineFigures(
        decided=decided,
        violations_online_rate=_part(online, decided),
        paid=paid,
        paid_fen=int(paid_fen),
        fines_paid_online=_part(paid_online, paid),
        due=due,
        due_fen=due_fen,
        overdue=overdue,
        fine_overdue_amount=overdue_fen,
    )


def standing(unpaid: Iterable[Unpaid], day: date) -> tuple[int, int, int, int]:
    """How many are due and what is owed for them, and how many are late and what is owed then."""
    due = due_fen = overdue = overdue_fen = 0
    for pay_by, fine_fen, fines in unpaid:
        late = (day - pay_by).days
        if late <= 0:
            due, due_fen = due + fines, due_fen + fines * fine_fen
        else:
            added = additional_penalty(fine_fen, late, judged_on=pay_by)
            overdue, overdue_fen = overdue + fines, overdue_fen + fines * (fine_fen + added)
    return due, due_fen, overdue, overdue_fen


def _part(some: int, of: int) -> float | None:
    return some / of if of else None
