"""Everything that the dashboard asks of the read models, so that its cost is measured as a whole.

What is in hand at present is asked once, and all tables and charts of a page agree with it. Nothing
is told by city and by service at once unless a page shows it so: those lines grow with the cases,
and the others do not.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from api.pages.dashboard.charted import Charted, charted
from api.pages.dashboard.compared import COMPARED, PeriodComparison, compared
from api.pages.dashboard.concerns import due_on
from api.pages.dashboard.reopening import CHANNELS, GREEN
from api.pages.kit.period import SINCE, Period
from domain.event_store.transaction import Connection
from domain.offices.tree import ZHENGZHOU
from projections.throughput.account import ACCOUNT
from projections.throughput.lines import Line
from projections.throughput.spans import DayRange
from projections.throughput.totals import BY_REGION, BY_SERVICE
from projections.throughput.view import view
from projections.windows.figures import summaries, window_line

_CITIES, _SERVICES, _CITIES_NOW, _SERVICES_NOW = "cities", "services", "cities_now", "services_now"
_SINCE, _TODAY, _BOTH = "since", "today", "both"
_PRESENT: Final[Mapping[str, str]] = {_CITIES_NOW: BY_REGION, _SERVICES_NOW: BY_SERVICE}


@dataclass(frozen=True, slots=True)
class DashboardQuestion:
    """What is asked. ``region`` and ``service`` narrow the tables and the charts.

    ``detail`` asks for every city with its services as well.
    """

    period: Period
    today: date
    region: str | None = None
    service: str | None = None
    detail: bool = False

    @property
    def since(self) -> DayRange:
        return DayRange(min(SINCE, self.today), self.today)


class Answers(NamedTuple):
    """Lines by region are of the service that was chosen, those by service of the region.

    ``cities`` and ``services`` are those of the period, ``cities_now`` and ``services_now`` those
    of the present. ``since``, ``today`` and ``both`` are of the whole province and all services,
    the last by region and service. ``green`` is Zhengzhou's green channel since 3 February by
    service, and ``windows`` the line of the reopening.
    """

    cities: Sequence[Line]
    services: Sequence[Line]
    cities_now: Sequence[Line]
    services_now: Sequence[Line]
    since: Sequence[Line]
    today: Sequence[Line]
    both: Sequence[Line]
    green: Sequence[Line]
    windows: Line
    charted: Charted
    compared: PeriodComparison


async def answers(reading: Connection, asked: DashboardQuestion) -> Answers:
    """Asks it within one snapshot, which the caller opens."""
    period, today = asked.period, asked.today
    chosen = DayRange(period.first, period.last)
    found = await view(
        reading,
        {},
        today,
        by_region={_CITIES: chosen},
        by_service={_SERVICES: chosen},
        of=ACCOUNT | COMPARED,
        present=_PRESENT,
        stages=True,
        due=due_on(today),
        services=[asked.service] if asked.service else None,
        region=asked.region,
    )
    province = await view(
        reading,
        {_BOTH: chosen} if asked.detail else {},
        by_region={_SINCE: asked.since, _TODAY: DayRange(today, today)},
        of=ACCOUNT | CHANNELS,
    )
    green = await view(reading, {}, by_service={_SINCE: asked.since}, of=GREEN, region=ZHENGZHOU)
    steps = {code: each.step for code, each in (await summaries(reading, today)).items()}
    place = {"region": asked.region, "service": asked.service}
    return Answers(
        cities=found[_CITIES],
        services=found[_SERVICES],
        cities_now=found[_CITIES_NOW],
        services_now=found[_SERVICES_NOW],
        since=province[_SINCE],
        today=province[_TODAY],
        both=province.get(_BOTH, ()),
        green=green[_SINCE],
        windows=await window_line(reading, today),
        charted=await charted(
            reading, period, today, found[_SERVICES], found[_SERVICES_NOW], steps, **place
        ),
        compared=await compared(reading, period, found[_CITIES], **place),
    )
