"""The clock of a demonstration: what it shows, and how everybody sets it forward.

Nobody has one in earnest. Whatever is judged by time would be judged on a day of the caller's
choice.
"""

from datetime import UTC, datetime
from typing import Annotated, Literal, TypedDict

import msgspec
from fastapi import APIRouter, Depends, Request

from api.command_request import read_command
from api.dependencies import TheDesk
from api.desk import DemoClock, Desk
from api.openapi.answer import Answer, TypedRoute
from api.openapi.operation import asked
from api.openapi.schemas import schema_of
from api.permissions import public
from api.problems import Problem
from domain.event_store.service_clock import FASTEST, LAST_INSTANT, OutOfRange

router = APIRouter(
    prefix="/demo", tags=["demo"], dependencies=[Depends(public())], route_class=TypedRoute
)


class ClockReading(TypedDict):
    """Which moment it is in the town, and how many times as fast as the wall clock it goes on."""

    name: Literal["town"]
    at: datetime
    speed: float


class ClockChange(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is left out stays as it is."""

    at: Annotated[datetime, msgspec.Meta(tz=True)] | None = None
    speed: Annotated[float, msgspec.Meta(ge=0, le=FASTEST)] | None = None


@router.get("/clock", operation_id="demoClock", summary="Which day it is in the town")
async def clock(desk: TheDesk) -> Answer[ClockReading]:
    """The instant, and how many times as fast as the wall clock it goes on."""
    return _reading(_clock(desk))


@router.put(
    "/clock",
    operation_id="setDemoClock",
    summary="Set the clock of the town forward",
    openapi_extra=asked(schema_of(ClockChange), required=False),
)
async def set_clock(request: Request, desk: TheDesk) -> Answer[ClockReading]:
    """Sets it ``at`` an instant that is still to come, or makes it run at another ``speed``.

    Every process follows within a second. A speed of 0 stops the clock.
    """
    demo = _clock(desk)
    change = read_command(ClockChange, request, await request.body())
    try:
        await demo.set(change.at, change.speed)
    except OutOfRange as wrong:
        members = {"now": wrong.now.astimezone(UTC), "latest": LAST_INSTANT}
        raise Problem("clock-out-of-range", 422, members=members) from None
    return _reading(demo)


def _clock(desk: Desk) -> DemoClock:
    """Raises 404 where there is no town, and where not everybody is let in."""
    if desk.demo_clock is None or desk.demo_issuer is None:
        raise Problem("not-found", 404)
    return desk.demo_clock


def _reading(demo: DemoClock) -> Answer[ClockReading]:
    return Answer({"name": "town", "at": demo.now.astimezone(UTC), "speed": demo.speed})
