"""What has become of a deadline, for whoever reads its day off his own licence or permit."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from api.day import Day
from api.dependencies import TheDesk, TheLanguage
from api.openapi.answer import Answer, TypedRoute
from api.permissions import public
from api.views.both_deadlines import BothDeadlines, both_in
from domain.clocks.clock import Clock
from domain.clocks.lawful import LawfulDeadline

router = APIRouter(
    prefix="/deadlines",
    tags=["deadlines"],
    dependencies=[Depends(public())],
    route_class=TypedRoute,
)


@router.get("", operation_id="findDeadline", summary="A deadline by law, and under relief")
async def deadline(
    desk: TheDesk,
    language: TheLanguage,
    clock: Annotated[Clock, Query(json_schema_extra={"example": "LIC_RENEW"})],
    last: Day,
    region: Annotated[str, Query(pattern="^41[0-9]{4}$", json_schema_extra={"example": "410100"})],
    since: Day | None = None,
) -> Answer[BothDeadlines]:
    """Gives both days of a deadline that ends with ``last`` by law, in the prefecture ``region``,
    and names the relief that has moved it. ``since`` is the day from which its term counts.

    Nothing that is asked here leads to a person.
    """
    (both,) = await both_in(desk, [LawfulDeadline(clock, last, since)], region, language)
    return Answer(both)
