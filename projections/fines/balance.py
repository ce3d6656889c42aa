"""Fines in balance: what was imposed and added is paid, owed, waived, or has gone back."""

from collections.abc import Sequence
from datetime import date
from typing import Final, LiteralString, NamedTuple

from domain.clocks.fines import additional_penalty
from domain.event_store.transaction import Connection
from domain.offices.tree import prefecture_of
from domain.payments.movement import INCOME, ChargeKind, TakingsKind
from domain.penalties.state import PenaltyStage

_FINES: Final[LiteralString] = """
SELECT office, stage, CASE WHEN stage = 'payable' THEN pay_by END AS pay_by, fine_fen,
       count(*), sum(fine_fen)::bigint, sum(paid_fen)::bigint,
       coalesce(sum(fine_fen) FILTER (WHERE paid_fen > 0), 0)::bigint, sum(refunded_fen)::bigint
FROM projections.fines GROUP BY office, stage, 3, fine_fen"""
_MONEY: Final[LiteralString] = """
SELECT office, kind, sum(value)::bigint FROM projections.takings_figures
WHERE charge = %s GROUP BY office, kind"""


class FineBalance(NamedTuple):
    """All fines of a region that were ever imposed, in fen, as they stand on a day.

    ``imposed`` are the fines, ``added`` what was added because they were late. ``waived`` fell
    with its decision before anybody paid, ``refunded`` went back or was ordered to, and
    ``to_refund`` is to be given back still. ``held`` is what the books of payments have for fines.
    """

    region: str
    imposed: int = 0
    added: int = 0
    paid: int = 0
    owed: int = 0
    waived: int = 0
    refunded: int = 0
    to_refund: int = 0
    held: int = 0

    @property
    def due(self) -> int:
        return self.imposed + self.added

    @property
    def difference(self) -> int:
        """It is 0 as long as each fine is somewhere, and nowhere twice."""
        known = self.paid + self.owed + self.waived + self.refunded + self.to_refund
        return self.due - known

    @property
    def money_difference(self) -> int:
        """Money held by the payments, less that of the decisions. It is 0 but for a moment."""
        return self.held - self.paid - self.to_refund

    def plus(self, other: "FineBalance") -> "FineBalance":
        """Both together, under the region of this one."""
        return FineBalance(self.region, *(a + b for a, b in zip(self[1:], other[1:], strict=True)))


async def fine_balances(connection: Connection, day: date) -> Sequence[FineBalance]:
    """One a region, in the order of their codes. What is late is as late as on ``day``."""
    found: dict[str, FineBalance] = {}

    def add(each: FineBalance) -> None:
        found[each.region] = found.get(each.region, FineBalance(each.region)).plus(each)

    for row in await (await connection.execute(_FINES)).fetchall():
        add(_stands(day, *row))
    for office, kind, fen in await (
        await connection.execute(_MONEY, (ChargeKind.FINE,))
    ).fetchall():
        if kind in INCOME or kind == TakingsKind.BACK:
            add(FineBalance(prefecture_of(office), held=fen if kind in INCOME else -fen))
    return [found[region] for region in sorted(found)]


def _stands(
    day: date,
    office: str,
    stage: str,
    pay_by: date | None,
    fine_fen: int,
    fines: int,
    imposed: int,
    paid: int,
    of_paid: int,
    refunded: int,
) -> FineBalance:
    """Fines of one amount at one stage. ``of_paid`` are the fines alone of what was paid."""
    of = FineBalance(prefecture_of(office), imposed=imposed, added=paid - of_paid)
    match stage:
        case PenaltyStage.PAID:
            return of._replace(paid=paid)
        case PenaltyStage.REVOKED:
            return of._replace(
                waived=imposed - of_paid, refunded=refunded, to_refund=paid - refunded
            )
        case PenaltyStage.PAYABLE if pay_by is not None and day > pay_by:
            late = (day - pay_by).days
            accrued = fines * additional_penalty(fine_fen, late, judged_on=pay_by)
            return of._replace(added=accrued, owed=imposed + accrued)
    return of._replace(owed=imposed)
