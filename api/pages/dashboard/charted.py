"""What the charts of the dashboard show, asked of the read model in one place."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final, NamedTuple

from api.pages.kit.period import SINCE, Period
from domain.case.grounds import GreenKind
from domain.case.intake.reasons import DefectCode
from domain.case.stage import Stage
from domain.event_store.transaction import Connection
from domain.parcels.reasons import FailedDelivery
from domain.prefectures.step import Step
from domain.services.catalogue import REFUSALS
from domain.services.choices import Channel
from projections.throughput import measures
from projections.throughput.by_day import by_day
from projections.throughput.definitions.channels import ONLINE_TOTAL
from projections.throughput.delivery import UNTOLD
from projections.throughput.durations import HANDOVER, PRODUCTION, TRANSIT
from projections.throughput.hours import HourlyCounts, by_hour
from projections.throughput.lines import Line, summed
from projections.throughput.plain import DECIDED_ON_TIME, SUBMITTED
from projections.throughput.spans import DayRange
from projections.throughput.view import view

_CHOSEN: Final = "chosen"
_USUAL: Final = timedelta(days=29)
_LONGEST: Final = timedelta(days=91)
_ONLINE: Final = ONLINE_TOTAL.measures
_OF_A_DAY: Final = (
    SUBMITTED,
    Stage.COMPLETED,
    measures.DECIDED,
    DECIDED_ON_TIME,
    *_ONLINE,
)
_OF_THE_PERIOD: Final = frozenset(
    {
        Stage.COMPLETED,
        *(f"{Stage.COMPLETED}:{channel}" for channel in Channel),
        *(f"{measures.REFUSED_FOR}:{code}" for code in REFUSALS),
        *(f"{measures.CORRECTED_FOR}:{code}" for code in DefectCode),
        *(f"{measures.RETURNED_FOR}:{code}" for code in (*FailedDelivery, UNTOLD)),
        *(f"{measures.GREEN}:{kind}" for kind in GreenKind),
        *PRODUCTION.measures,
        *HANDOVER.measures,
        *TRANSIT.measures,
    }
)


class Charted(NamedTuple):
    """The sums of each day, of the whole period, and of what is in hand at present.

    ``services`` are those of the period by service. ``online`` is what was accepted online since
    3 February, up to the end of the days. ``steps`` are the steps of the cities at present, and
    ``hours`` what came in and was completed today.
    """

    days: dict[date, Line]
    whole: Line
    present: Line
    services: Mapping[str, Line]
    online: int
    steps: Mapping[str, Step | None]
    hours: HourlyCounts


def charted_days(period: Period) -> DayRange:
    """The days that are drawn one by one: thirty, or those that were chosen, up to a quarter.

    A curve of one day would show nothing, and one of a year would show no days.
    """
    if period.name != "custom" or period.first == period.last:
        return DayRange(period.last - _USUAL, period.last)
    return DayRange(max(period.first, period.last - _LONGEST), period.last)


async def charted(
    reading: Connection,
    period: Period,
    today: date,
    chosen: Iterable[Line],
    present: Iterable[Line],
    steps: Mapping[str, Step | None],
    *,
    region: str | None,
    service: str | None,
) -> Charted:
    """Asks for the figures of all charts, of a region or a service if one was chosen.

    ``chosen`` and ``present`` are the lines of the period and of what is in hand by service, of the
    region if one was chosen.
    """
    services = [service] if service else None
    found = await view(
        reading,
        {},
        by_region={_CHOSEN: DayRange(period.first, period.last)},
        of=_OF_THE_PERIOD,
        services=services,
    )
    days = charted_days(period)
    here = [line for line in chosen if service in {None, line.key["service"]}]
    since = DayRange(min(SINCE, days.last), days.last)
    online = here
    if since != DayRange(period.first, period.last):
        told = await view(reading, {}, by_region={_CHOSEN: since}, of=_ONLINE, services=services)
        online = _of(told[_CHOSEN], region)
    return Charted(
        await by_day(reading, days, _OF_A_DAY, region=region, service=service),
        _together(_of(found[_CHOSEN], region)),
        _together(line for line in present if service in {None, line.key["service"]}),
        {line.key["service"]: line for line in here},
        sum(line.sum(_ONLINE) for line in online) if days.last >= SINCE else 0,
        steps,
        (await by_hour(reading, today, today, region=region, service=service))[today],
    )


def _of(lines: Iterable[Line], region: str | None) -> list[Line]:
    return [line for line in lines if region in {None, line.key["region"]}]


def _together(lines: Iterable[Line]) -> Line:
    return summed(lines, []).get((), Line({}))
