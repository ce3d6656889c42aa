"""All that the dashboard asks, with few cases and with a hundred times as many."""

import time
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack
from datetime import date, timedelta
from statistics import median
from typing import Final

from api.pages.dashboard.asking import DashboardQuestion, answers
from api.pages.kit.period import SINCE, Period
from cheguan.bench.figures import DAYS, fill
from cheguan.bench.machine import describe
from cheguan.bench.report import Check, Limit, Report, Series, percentile
from cheguan.bench.scratch import scratch
from cheguan.event_loop import run
from domain.event_store.connection import connect
from domain.event_store.transaction import Connection
from projections.engine.figures import FigureTables
from projections.engine.snapshot import snapshot
from projections.throughput.contribution import THROUGHPUT
from projections.throughput.plain import SUBMITTED
from projections.throughput.spans import DayRange
from projections.throughput.view import view

FEW: Final = 10_000
MANY: Final = 1_000_000
CALLS: Final = 30
AS_MUCH: Final = 1.5
_WARM_UP: Final = 3
_TODAY: Final = date(2020, 6, 1)
_ASKED: Final = DashboardQuestion(Period("since", SINCE, _TODAY), _TODAY)
_SUMS: Final = """
SELECT md5(string_agg(t::text, ';' ORDER BY by, days, first, measure, region, service))
FROM projections.throughput_totals AS t"""


def measure(*, tell: Callable[[str], None]) -> Report:
    """Fills a server for each number of cases, and asks both in turn."""
    with scratch() as few, scratch() as many:
        urls = {FEW: few.url, MANY: many.url}
        took, counted, same = run(_measured(urls, tell))
        machine = describe(many)
    series = {cases: _series(cases, seconds) for cases, seconds in took.items()}
    return Report(
        figure=f"dashboard: its question with {MANY:,} cases",
        method=(
            f"Figures of made-up cases over {DAYS} days, every region, service and channel; a "
            "server for each number of cases.",
            "Everything that the page asks: its tables, its charts day by day and for the period, "
            "the comparison with the one before, what is in hand and when it is due; "
            f"{CALLS} times each in turn after {_WARM_UP} to warm up; medians.",
        ),
        machine=machine,
        series=tuple(series.values()),
        ratios=(),
        limits=(
            Limit(
                name=f"beside {FEW:,}",
                value=median(took[MANY]) / median(took[FEW]),
                unit="×",
                bar=AS_MUCH,
            ),
        ),
        checks=(
            Check(
                text="every case is in the answer for the whole year",
                held=counted == {cases: cases for cases in urls},
            ),
            Check(text=f"the totals of {FEW:,} cases are those of the read model", held=same),
        ),
    )


async def _measured(
    urls: Mapping[int, str], tell: Callable[[str], None]
) -> tuple[dict[int, list[float]], dict[int, int], bool]:
    """The seconds of each question, the cases in the answers, and whether the totals are right."""
    async with AsyncExitStack() as stack:
        connections: dict[int, Connection] = {}
        for cases, url in urls.items():
            connections[cases] = await stack.enter_async_context(await connect(url))
            await fill(connections[cases], cases, _TODAY)
            tell(f"{cases:,} cases filled in")
        took: dict[int, list[float]] = {cases: [] for cases in urls}
        for call in range(_WARM_UP + CALLS):
            for cases, connection in connections.items():
                started = time.perf_counter()
                async with snapshot(connection):
                    await answers(connection, _ASKED)
                if call >= _WARM_UP:
                    took[cases].append(time.perf_counter() - started)
        counted = {cases: await _counted(each) for cases, each in connections.items()}
        return took, counted, await _same(connections[FEW])


async def _counted(connection: Connection) -> int:
    year = DayRange(_TODAY - timedelta(days=DAYS - 1), _TODAY)
    found = await view(connection, {"year": year})
    return sum(line.counts[SUBMITTED] for line in found["year"])


async def _same(connection: Connection) -> bool:
    """Whether the totals are those that the read model itself makes of the figures."""
    filled = await _digest(connection)
    await connection.execute("TRUNCATE projections.throughput_totals")
    await FigureTables(THROUGHPUT, "projections").sum_up(connection)
    return filled == await _digest(connection)


async def _digest(connection: Connection) -> str:
    """Totals of nothing are left out, because they say nothing."""
    await connection.execute("DELETE FROM projections.throughput_totals WHERE value = 0")
    row = await (await connection.execute(_SUMS)).fetchone()
    assert row
    return str(row[0])


def _series(cases: int, seconds: list[float]) -> Series:
    ordered = sorted(seconds)
    return Series(
        name=f"{cases:,} cases",
        unit="questions",
        rates=tuple(1 / each for each in seconds),
        p50_ms=percentile(ordered, 50) * 1000,
        p99_ms=percentile(ordered, 99) * 1000,
    )
