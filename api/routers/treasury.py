"""What offices took and gave back, for the treasury."""

from datetime import date, timedelta
from typing import Annotated, Final, TypedDict

from fastapi import APIRouter, Depends, Query

from api.day import Day
from api.dependencies import Reading, TheDesk
from api.identity import Identity
from api.openapi.answer import Answer, TypedRoute
from api.permissions import require
from api.problems import Problem
from api.resource import READERS
from api.views.treasury import treasury_statement
from domain.access import offices_of
from domain.payments.movement import TakingsKind
from projections.engine.snapshot import snapshot
from projections.engine.standing import standing

router = APIRouter(prefix="/statistics", tags=["statistics"], route_class=TypedRoute)

_LONGEST: Final = timedelta(days=3660)


class TakingsLine(TypedDict):
    """What an office took for fees or for fines. ``by_way`` has the ways that had any."""

    office: str
    charge: str
    by_way: dict[str, int]
    net: int


class PostLine(TypedDict):
    """What the post owed an office before, collected, paid over, and owes now."""

    office: str
    before: int
    collected: int
    paid_over: int
    owed: int


class TreasuryTold(TypedDict):
    """Money is in fen. ``difference`` is what came in over counters less what is in the tills of
    the same cities, and is 0 as long as the books agree.
    """

    since: date
    to: date
    position: int
    takings: list[TakingsLine]
    post: list[PostLine]
    windows: int
    tills: int
    difference: int


@router.get("/takings", operation_id="takings", summary="What offices took, by way of payment")
async def takings(
    desk: TheDesk,
    identity: Annotated[Identity, Depends(require(*READERS))],
    reading: Reading,
    first: Annotated[Day | None, Query(alias="from")] = None,
    last: Annotated[Day | None, Query(alias="to")] = None,
) -> Answer[TreasuryTold]:
    """From ``from`` to ``to``, both included; of today when they are left out.

    An officer is told of the offices of his subtree.
    """
    to = min(last or desk.today, desk.today)
    since = first or to
    if since > to or to - since > _LONGEST:
        raise Problem("period-invalid", 422)
    async with snapshot(reading):
        told = await treasury_statement(reading, offices_of(identity.actor), since, to)
        stands = await standing(reading, "takings")
    content: TreasuryTold = {
        "since": since,
        "to": to,
        "position": stands.position,
        "takings": [
            {
                "office": each.office,
                "charge": each.charge,
                "by_way": {kind: each.sums[kind] for kind in TakingsKind if kind in each.sums},
                "net": each.net_fen,
            }
            for each in told.takings
        ],
        "post": [
            {
                "office": each.office,
                "before": each.before_fen,
                "collected": each.collected_fen,
                "paid_over": each.paid_over_fen,
                "owed": each.owed_fen,
            }
            for each in told.post
        ],
        "windows": told.window_fen,
        "tills": told.tills_fen,
        "difference": told.difference_fen,
    }
    return Answer(content)
