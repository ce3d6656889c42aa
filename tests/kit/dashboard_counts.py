"""What the tests of the dashboard count a second time, and how they read a chart."""

import csv
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, time, timedelta
from io import StringIO
from pathlib import Path

from projections.throughput.durations import BOUNDS_S
from tests.kit.held_histories import HELD
from tests.kit.histories import lives
from tests.kit.life import MORNING, Life
from tests.kit.projected import filled
from tests.kit.recount import recount
from tests.kit.recounted_times import rank
from tests.kit.served import Service, served

MANY = [*lives(60), *(plot(2000 + n, MORNING) for n, plot in enumerate(HELD))]
FIRST, LAST = date(2020, 2, 20), date(2020, 5, 15)
PERIOD = f"period=custom&from={FIRST}&to={LAST}"
TODAY = date(2020, 12, 31)
DAYS = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]


@asynccontextmanager
async def charted_office(url: str, folder: Path) -> AsyncIterator[Service]:
    """An office whose clock stands after every history."""
    noon = datetime.combine(TODAY, time(12), UTC)
    async with served(url, folder, clock=lambda: noon) as opened:
        await filled(url, MANY)
        await opened.fold()
        yield opened


async def table(service: Service, name: str, query: str) -> list[list[str]]:
    answer = await service.http.get(f"/dashboard/{name}.csv?{query}")
    assert answer.status_code == 200, answer.text
    return list(csv.reader(StringIO(answer.content.decode("utf-8-sig"))))[1:]


def counted(told: list[Life]) -> Counter[str]:
    """Everything of the period together."""
    found: Counter[str] = Counter()
    for (day, _, _), counts in recount(told).counts.items():
        if FIRST <= day <= LAST:
            found.update(counts)
    return found


def bounds(values: list[float], percent: int) -> tuple[int, int]:
    """The bounds in seconds of the bucket in which the value of this rank lies."""
    value = rank(values, percent / 100)
    low = max((bound for bound in BOUNDS_S if bound < value), default=0)
    return low, min(bound for bound in BOUNDS_S if bound >= value)
