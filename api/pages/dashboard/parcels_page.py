"""``/dashboard/parcels``: what the post has, how long it takes, and how well its carriers tell."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from fastapi import APIRouter, Depends
from starlette.responses import Response

from api.dependencies import Reading, TheDesk
from api.language import Language
from api.pages.dashboard.chosen_period import ChosenPeriod
from api.pages.kit import formats
from api.pages.kit.answer import render
from api.pages.kit.csv_answer import csv_answer
from api.pages.kit.csv_cells import csv_of
from api.pages.kit.page_route import PageRoute
from api.pages.kit.period import Period
from api.pages.kit.places import office_text, place_text
from api.pages.kit.viewer import TheViewer
from api.permissions import public
from api.views.carriers import carriers_in_turn
from domain.carriers.carrier import CarrierName
from domain.event_store.transaction import Connection
from domain.offices.tree import REGIONS, prefecture_of
from domain.parcels.reasons import FailedDelivery
from projections.carriage.queries import CarrierStanding
from projections.engine.snapshot import snapshot
from projections.engine.standing import standing
from projections.parcels.queries import (
    PostOfPlace,
    Transit,
    of_regions,
    post_by_office,
    together,
    transit_by_county,
)

_PATH: Final = "/dashboard/parcels"
_MOST: Final = 20
_IN_HOURS: Final = timedelta(days=2)
_HEADS: Final = (
    "待交寄（件） to hand over",
    "在途（件） under way",
    "异常（件） irregular",
    "交寄（件） handed over",
    "妥投（件） delivered",
    "退回（件） returned",
    "投递未成功（次） failed deliveries",
)

router = APIRouter(route_class=PageRoute, dependencies=[Depends(public())])


class CarrierLine(NamedTuple):
    """A carrier in words. ``next`` says that the next document goes with it."""

    title: str
    told: CarrierStanding
    accepted: str
    in_time: str
    silent_since: datetime | None
    next: bool


@router.get(_PATH)
async def posted(
    desk: TheDesk,
    reading: Reading,
    viewer: TheViewer,
    chosen: ChosenPeriod,
    region: str | None = None,
) -> Response:
    """By city, or by office of one city. Places that have posted nothing are left out."""
    language, here = viewer.language, region if region in REGIONS else None
    async with snapshot(reading):
        offices = await _offices(reading, chosen, here)
        ways = await transit_by_county(reading, chosen.first, chosen.last)
        carriers = await carriers_in_turn(desk, reading)
        stands = await standing(reading, "parcels")
    of_places = offices if here else of_regions(offices)
    return render(
        viewer,
        "dashboard/parcels.html",
        period=chosen,
        stands=stands,
        region=here,
        city=place_text(here, language) if here else "",
        places=[(each, _place(each.place, here, language)) for each in of_places],
        whole=together("", offices),
        ways=[_way(each, here, language) for each in _ways(ways, here)],
        most=_MOST,
        carriers=[_line(each, each is carriers[0], language) for each in carriers],
        within_h=f"{desk.carrier_tells_within / timedelta(hours=1):.3g}",
        reasons=[
            (each.text(language), count)
            for each in FailedDelivery
            if (count := together("", offices).failed_for.get(each, 0))
        ],
        failed=lambda each: sum(each.failed_for.values()),
        asked=f"?period=custom&from={chosen.first}&to={chosen.last}",
    )


@router.get(f"{_PATH}.csv")
async def as_file(
    reading: Reading,
    chosen: ChosenPeriod,
) -> Response:
    """The same for a spreadsheet, by office."""
    async with snapshot(reading):
        offices = await post_by_office(reading, chosen.first, chosen.last)
    rows: list[list[str | int | float | None]] = [["单位 office", "代码 code", *_HEADS]]
    for each in offices:
        counts = each[1:7]
        failed = sum(each.failed_for.values())
        rows.append([office_text(each.place, "zh"), each.place, *counts, failed])
    return csv_answer(csv_of(rows), f"parcels_{chosen.first}_{chosen.last}")


async def _offices(
    reading: Connection, chosen: Period, region: str | None
) -> Sequence[PostOfPlace]:
    found = await post_by_office(reading, chosen.first, chosen.last)
    return [each for each in found if region in {None, prefecture_of(each.place)}]


def _ways(ways: Sequence[Transit], region: str | None) -> Sequence[Transit]:
    """To the counties of the city that was chosen, or the slowest of the province; those first."""
    here = [each for each in ways if region is None or each.county[:4] == region[:4]]
    slowest = sorted(here, key=lambda each: (-each.p90, each.county))
    return slowest if region else slowest[:_MOST]


def _way(each: Transit, region: str | None, language: Language) -> tuple[str, str, str, str]:
    """A line of the table. Counties of two cities may have one name, so the city is beside."""
    county, city = place_text(each.county, language), place_text(f"{each.county[:4]}00", language)
    whole = f"{city}{county}" if language == "zh" else f"{county}, {city}"
    half, most = _took(each.p50, language), _took(each.p90, language)
    return county if region else whole, formats.number(each.parcels), half, most


def _took(duration: timedelta, language: Language) -> str:
    """In hours below two days, in days from then on."""
    if duration < _IN_HOURS:
        hours = f"{duration / timedelta(hours=1):.1f}"
        return f"{hours} 小时" if language == "zh" else f"{hours} h"
    return f"{formats.days(duration)} {'天' if language == 'zh' else 'days'}"


def _place(code: str, region: str | None, language: Language) -> str:
    return office_text(code, language) if region else place_text(code, language)


def _line(told: CarrierStanding, is_next: bool, language: Language) -> CarrierLine:
    return CarrierLine(
        title=CarrierName(told.carrier).text(language),
        told=told,
        accepted=formats.share(told.accepted / told.sent if told.sent else None),
        in_time=formats.share(told.in_time / told.due if told.due else None),
        silent_since=told.silent_since,
        next=is_next,
    )
