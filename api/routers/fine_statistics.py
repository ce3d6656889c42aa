"""Fines decided, paid, due and overdue, by region."""

from datetime import date, timedelta
from typing import Annotated, Final, TypedDict, cast

from fastapi import APIRouter, Depends, Query

from api.day import Day
from api.dependencies import Reading, TheDesk
from api.openapi.answer import Answer, TypedRoute
from api.permissions import public
from api.problems import Problem
from domain.offices.tree import PROVINCE
from projections.engine.snapshot import snapshot
from projections.engine.standing import standing
from projections.fines.balance import FineBalance, fine_balances
from projections.fines.queries import fine_lines
from projections.throughput.definitions.all_definitions import OF_FINES
from projections.throughput.lines import Line, summed

router = APIRouter(
    prefix="/statistics",
    tags=["statistics"],
    dependencies=[Depends(public())],
    route_class=TypedRoute,
)

_USUAL: Final = timedelta(days=29)
_LONGEST: Final = timedelta(days=3660)


class FineFigures(TypedDict):
    """Under the codes of ``/statistics/definitions``. Amounts of money are in fen.

    A rate is null where there is nothing of which it could be a part.
    """

    fines_decided: int
    violations_online_rate: float | None
    fines_paid: int
    fines_paid_online: int
    fines_paid_amount: int
    fines_added_amount: int
    fines_due: int
    fines_due_amount: int
    fines_overdue: int
    fine_overdue_amount: int


class FinesOfRegion(TypedDict):
    region: str
    figures: FineFigures


class FineStatistics(TypedDict):
    """``since`` and ``to`` are the days that were counted, both included."""

    since: date
    to: date
    position: int
    all: FineFigures
    regions: list[FinesOfRegion]


@router.get("/fines", operation_id="fineStatistics", summary="Fines decided, paid, due and overdue")
async def fines(
    desk: TheDesk,
    reading: Reading,
    first: Annotated[Day | None, Query(alias="from")] = None,
    last: Annotated[Day | None, Query(alias="to")] = None,
) -> Answer[FineStatistics]:
    """From ``from`` to ``to``, both included; the last 30 days when they are left out.

    What is unpaid at the moment of the question is told with what is owed for it at the end of
    ``to``. The regions add up to ``all``.
    """
    to = min(last or desk.today, desk.today)
    since = first or to - _USUAL
    if since > to or to - since > _LONGEST:
        raise Problem("period-invalid", 422)
    async with snapshot(reading):
        lines = await fine_lines(reading, since, to)
        stands = await standing(reading, "fines")
    whole = summed(lines, []).get((), Line({}))
    content: FineStatistics = {
        "since": since,
        "to": to,
        "position": stands.position,
        "all": _figures(whole),
        "regions": [{"region": line.key["region"], "figures": _figures(line)} for line in lines],
    }
    return Answer(content)


class BalanceOfRegion(TypedDict):
    """Amounts in fen. ``due`` is ``imposed`` and ``added`` together, and is what is ``paid``,
    ``owed``, ``waived``, ``refunded`` and ``to_refund``: ``difference`` is what is left, and is 0.

    ``held`` is what the books of payments hold for fines. It is ``paid`` and ``to_refund``, and
    ``money_difference`` is what is left of it: 0, but for payments that are on their way.
    """

    region: str
    imposed: int
    added: int
    due: int
    paid: int
    owed: int
    waived: int
    refunded: int
    to_refund: int
    held: int
    difference: int
    money_difference: int


class FinesInBalance(TypedDict):
    day: date
    position: int
    all: BalanceOfRegion
    regions: list[BalanceOfRegion]


@router.get("/fines/balance", operation_id="fineBalance", summary="Fines due, paid, owed, waived")
async def balance(
    desk: TheDesk,
    reading: Reading,
    day: Annotated[Day | None, Query()] = None,
) -> Answer[FinesInBalance]:
    """Every fine that was ever imposed, as it stands now. What is late is as late as on ``day``,
    which is today when it is left out. ``all`` is of the province, and has its code.
    """
    on = min(day or desk.today, desk.today)
    async with snapshot(reading):
        found = await fine_balances(reading, on)
        stands = await standing(reading, "fines")
    whole = FineBalance(PROVINCE)
    for each in found:
        whole = whole.plus(each)
    return Answer(
        {
            "day": on,
            "position": stands.position,
            "all": _balanced(whole),
            "regions": [_balanced(each) for each in found],
        }
    )


def _balanced(told: FineBalance) -> BalanceOfRegion:
    return {
        "region": told.region,
        "imposed": told.imposed,
        "added": told.added,
        "due": told.due,
        "paid": told.paid,
        "owed": told.owed,
        "waived": told.waived,
        "refunded": told.refunded,
        "to_refund": told.to_refund,
        "held": told.held,
        "difference": told.difference,
        "money_difference": told.money_difference,
    }


def _figures(line: Line) -> FineFigures:
    return cast(FineFigures, {code: each.of(line) for code, each in OF_FINES.items()})
