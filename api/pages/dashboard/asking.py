"""Everything that the dashboard asks of the read models, so that its cost is measured as a whole.

What is in hand at present is asked once, and all tables and charts of a page agree with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from api.pages.dashboard.charted import Charted, charted
from api.pages.dashboard.compared import COMPARED, PeriodComparison, compared
from api.pages.dashboard.concerns import due_on
from api.pages.dashboard.reopening import WANTED
from api.pages.kit.period import SINCE, Period
from domain.event_store.transaction import Connection
from projections.throughput.account import ACCOUNT
from projections.throughput.lines import Line
from projections.throughput.spans import DayRange
from projections.throughput.view import PRESENT, view
from projections.windows.figures import summaries, window_line

_CHOSEN, _SINCE, _TODAY = "chosen", "since", "today"


@dataclass(frozen=True, slots=True)
class DashboardQuestion:
    """What is asked. ``region`` and ``service`` narrow the charts."""

    period: Period
    today: date
    region: str | None = None
    service: str | None = None

    @property
    def since(self) -> DayRange:
        return DayRange(min(SINCE, self.today), self.today)


class Answers(NamedTuple):
    """Lines by region and service of the period and of the present, by region at least of the
    others. What is asked of the same days is asked once.

    ``measures`` are those since 3 February of the green channel and of the channels, and
    ``windows`` is the line of the reopening.
    """

    chosen: Sequence[Line]
    since: Sequence[Line]
    today: Sequence[Line]
    present: Sequence[Line]
    measures: Sequence[Line]
    windows: Line
    charted: Charted
    compared: PeriodComparison


async def answers(reading: Connection, asked: DashboardQuestion) -> Answers:
    """Asks it within one snapshot, which the caller opens."""
    period, today = asked.period, asked.today
    chosen = DayRange(period.first, period.last)
    by_region = {_TODAY: DayRange(today, today)}
    if chosen != asked.since:
        by_region[_SINCE] = asked.since
    found = await view(
        reading,
        {_CHOSEN: chosen},
        today,
        by_region=by_region,
        of=ACCOUNT | WANTED | COMPARED,
        stages=True,
        due=due_on(today),
    )
    if chosen == asked.since:
        since = helped = found[_CHOSEN]
    else:
        since = found[_SINCE]
        helped = (await view(reading, {_SINCE: asked.since}, of=WANTED))[_SINCE]
    steps = {code: each.step for code, each in (await summaries(reading, today)).items()}
    drawn = await charted(
        reading,
        period,
        found[_CHOSEN],
        found[PRESENT],
        steps,
        region=asked.region,
        service=asked.service,
    )
    return Answers(
        found[_CHOSEN],
        since,
        found[_TODAY],
        found[PRESENT],
        helped,
        await window_line(reading, today),
        drawn,
        await compared(reading, period, found[_CHOSEN], region=asked.region, service=asked.service),
    )
