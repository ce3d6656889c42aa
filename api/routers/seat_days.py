"""How many seats a place has on a day, for whoever wants to come."""

from typing import Annotated, Final

import msgspec
from fastapi import APIRouter, Depends, Path, Query
from starlette.responses import Response

from api.cached import cached
from api.day import Day
from api.dependencies import Reading, TheDesk
from api.openapi.operation import answered
from api.openapi.schemas import schema_of
from api.permissions import public
from api.views.seat_day import SeatDay, seat_day
from domain.identifiers.text import plain
from domain.offices.plan_kind import HELD_AT, PlanKind
from domain.offices.tree import OFFICES
from domain.plans.refusals import PlaceUnfit

router = APIRouter(prefix="/seat-days", tags=["plans"], dependencies=[Depends(public())])

_FRESH_S: Final = 5
"""A seat that is shown as free may be gone. Whoever books it is told so."""


_DESCRIBED: Final = answered(schema_of(SeatDay), headers=("ETag", "Cache-Control"))
_PLACE: Final = {"example": "410100.ins1"}
_ON: Final = {"example": "2020-03-09"}


@router.get(
    "/{kind}",
    operation_id="getSeatDay",
    summary="Seats of a place on a day",
    openapi_extra=_DESCRIBED,
)
async def get_seat_day(
    kind: Annotated[PlanKind, Path()],
    desk: TheDesk,
    reading: Reading,
    place: Annotated[str, Query(max_length=40, json_schema_extra=_PLACE)],
    on: Annotated[Day, Query(json_schema_extra=_ON)],
) -> Response:
    """Says how many seats are free, taken and waited for in each period.

    A day for which nothing was announced has no period. The answer may be some seconds old;
    whoever books is asked again, and hears whether a seat was left.
    """
    place = plain(place).lower()
    office = OFFICES.get(place)
    if office is None or office.kind not in HELD_AT[kind]:
        choices = [each.id for each in OFFICES.values() if each.kind in HELD_AT[kind]]
        raise PlaceUnfit(place=place, choices=choices)
    told = await seat_day(desk, reading, kind, place, on)
    return cached(msgspec.json.encode(told), seconds=_FRESH_S)
