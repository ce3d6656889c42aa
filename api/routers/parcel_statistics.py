"""Parcels by city, and how long the post takes to each county."""

from datetime import date, datetime, timedelta
from typing import Annotated, Final, TypedDict

from fastapi import APIRouter, Depends, Query

from api.day import Day
from api.dependencies import Reading, TheDesk
from api.openapi.answer import Answer, TypedRoute
from api.permissions import public
from api.problems import Problem
from api.views.carriers import carriers_in_turn
from projections.carriage.queries import CarrierStanding
from projections.engine.snapshot import snapshot
from projections.engine.standing import standing
from projections.parcels.queries import (
    PostOfPlace,
    of_regions,
    post_by_office,
    transit_by_county,
)

router = APIRouter(
    prefix="/statistics",
    tags=["statistics"],
    dependencies=[Depends(public())],
    route_class=TypedRoute,
)

_USUAL: Final = timedelta(days=29)
_LONGEST: Final = timedelta(days=3660)


class ParcelsOfRegion(TypedDict):
    """``failed_for`` counts deliveries in vain by their reason. The first three are of now."""

    region: str
    to_hand_over: int
    under_way: int
    irregular: int
    handed_over: int
    delivered: int
    returned: int
    failed_for: dict[str, int]


class TransitToCounty(TypedDict):
    """Elapsed hours from the hand-over to the signature, as half and nine tenths took at most."""

    county: str
    parcels: int
    transit_p50_hours: float
    transit_p90_hours: float


class CarrierTells(TypedDict):
    """Of the last day. ``accepted`` counts items that the carrier says it has.

    ``due`` are those of which it should have told by itself by now, and ``told_in_time`` those of
    which it did so within the limit. ``silent_since`` is null for a carrier that tells.
    """

    carrier: str
    sent: int
    accepted: int
    due: int
    told_in_time: int
    under_way: int
    silent_since: datetime | None


class ParcelStatistics(TypedDict):
    """``since`` and ``to`` are the days that were counted, both included.

    ``carriers`` stand in the order in which the next document is offered to them.
    """

    since: date
    to: date
    position: int
    regions: list[ParcelsOfRegion]
    counties: list[TransitToCounty]
    carriers: list[CarrierTells]


@router.get(
    "/parcels",
    operation_id="parcelStatistics",
    summary="Parcels by city, and how long the post takes to each county",
)
async def parcels(
    desk: TheDesk,
    reading: Reading,
    first: Annotated[Day | None, Query(alias="from")] = None,
    last: Annotated[Day | None, Query(alias="to")] = None,
) -> Answer[ParcelStatistics]:
    """From ``from`` to ``to``, both included; the last 30 days when they are left out.

    What waits, is under way, or has something wrong with it is told as of now. The rest is
    counted on the day on which the office heard of it.
    """
    to = min(last or desk.today, desk.today)
    since = first or to - _USUAL
    if since > to or to - since > _LONGEST:
        raise Problem("period-invalid", 422)
    async with snapshot(reading):
        regions = of_regions(await post_by_office(reading, since, to))
        counties = await transit_by_county(reading, since, to)
        carriers = await carriers_in_turn(desk, reading)
        stands = await standing(reading, "parcels")
    content: ParcelStatistics = {
        "since": since,
        "to": to,
        "position": stands.position,
        "regions": [_region(each) for each in regions],
        "counties": [
            {
                "county": each.county,
                "parcels": each.parcels,
                "transit_p50_hours": _hours(each.p50),
                "transit_p90_hours": _hours(each.p90),
            }
            for each in counties
        ],
        "carriers": [_tells(each) for each in carriers],
    }
    return Answer(content)


def _region(told: PostOfPlace) -> ParcelsOfRegion:
    return {
        "region": told.place,
        "to_hand_over": told.to_hand_over,
        "under_way": told.under_way,
        "irregular": told.irregular,
        "handed_over": told.handed_over,
        "delivered": told.delivered,
        "returned": told.returned,
        "failed_for": dict(told.failed_for),
    }


def _tells(told: CarrierStanding) -> CarrierTells:
    return {
        "carrier": told.carrier,
        "sent": told.sent,
        "accepted": told.accepted,
        "due": told.due,
        "told_in_time": told.in_time,
        "under_way": told.under_way,
        "silent_since": told.silent_since,
    }


def _hours(duration: timedelta) -> float:
    return round(duration.total_seconds() / 3600, 1)
