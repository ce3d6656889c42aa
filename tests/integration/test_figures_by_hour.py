"""What came in and was completed in each hour is what a second count of the histories gives."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from domain.calendar import OFFICE_ZONE, local_day
from domain.case.intake.events import CaseSubmitted
from domain.case.stage import Stage
from domain.event_store.transaction import Connection
from domain.offices.tree import OFFICES
from projections.throughput.hours import HOURS, by_hour
from tests.kit.dashboard_counts import table
from tests.kit.life import Life
from tests.kit.moments import moments_of
from tests.kit.projected import LIVES, filled, project
from tests.kit.served import served

FIRST, LAST = date(2020, 3, 2), date(2020, 6, 30)
SOME = LIVES[0].state.service


def recounted(lives: Sequence[Life]) -> dict[str, Counter[tuple[date, int]]]:
    found: dict[str, Counter[tuple[date, int]]] = {"came": Counter(), "done": Counter()}
    for life in lives:
        completed: tuple[date, int] | None = None
        for moment in moments_of(life):
            hour = local_day(moment.at), moment.at.astimezone(OFFICE_ZONE).hour
            if isinstance(moment.event, CaseSubmitted):
                found["came"][hour] += 1
            if moment.after.stage is Stage.COMPLETED and moment.before.stage != Stage.COMPLETED:
                completed = hour
        if completed:
            found["done"][completed] += 1
    return found


@pytest.mark.parametrize(
    ("region", "service"), [(None, None), ("410100", None), ("410300", None), (None, SOME)]
)
async def test_every_hour_is_that_of_a_second_count(
    database_url: str, connection: Connection, region: str | None, service: str | None
) -> None:
    await filled(database_url)
    await project(database_url, batch=7)
    expected = recounted(
        [
            life
            for life in LIVES
            if region in {None, OFFICES[life.state.office].region_code}
            and service in {None, life.state.service}
        ]
    )
    found = await by_hour(connection, FIRST, LAST, region=region, service=service)
    came, done = Counter[tuple[date, int]](), Counter[tuple[date, int]]()
    for day, counts in found.items():
        came |= {(day, hour): counts.submitted[hour] for hour in range(HOURS)}
        done |= {(day, hour): counts.completed[hour] for hour in range(HOURS)}
    assert (+came, +done) == (expected["came"], expected["done"])


async def test_the_chart_of_today_stops_at_the_last_hour_in_which_anything_happened(
    database_url: str, tmp_path: Path
) -> None:
    """What has not come yet is a gap in the figures, and no zero."""
    noon = datetime(2020, 3, 2, 4, tzinfo=UTC)
    async with served(database_url, tmp_path, clock=lambda: noon) as service:
        await service.submitted()
        await service.fold()
        rows = await table(service, "hours", "")
    assert [row[0] for row in rows] == [str(hour) for hour in range(HOURS)]
    assert rows[12] == ["12", "1", "0"]
    assert {tuple(row[1:]) for row in rows[:12]} == {("0", "0")}
    assert {tuple(row[1:]) for row in rows[13:]} == {("", "")}
