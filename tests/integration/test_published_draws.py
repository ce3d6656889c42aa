"""What is published of draws, by a command and by a route, and verified."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from domain.calendar import local_day
from domain.draws.published import FileHead, PublishedDraw, read
from domain.draws.verification import verified
from domain.event_store.transaction import Connection
from domain.offices.tree import REGIONS
from projections.draws.publication import publication
from tests.kit.draw_offices import CITY, MONDAY, NINE, TUESDAY, DrawOffice, draw_office
from tests.kit.operator import command
from workers.draws.timetable import keep


@pytest.fixture
async def office(database_url: str, tmp_path: Path) -> AsyncIterator[DrawOffice]:
    async with draw_office(database_url, tmp_path) as opened:
        yield opened


async def test_what_is_published_is_verified_and_no_database_is_asked(
    office: DrawOffice, connection: Connection, tmp_path: Path
) -> None:
    """The commitments are saved on Sunday, and the week is exported when it is over."""
    office.now = NINE - timedelta(days=1)
    await keep(connection, office.custody, MONDAY - timedelta(days=1))
    await office.service.fold()
    last = MONDAY + timedelta(days=6)
    saved = await publication(connection, MONDAY, last, list(REGIONS), office.now)
    for _ in range(8):
        office.now += timedelta(days=1)
        await keep(connection, office.custody, local_day(office.now))
        await office.service.fold()
    week = await publication(connection, MONDAY, last, list(REGIONS), office.now)
    found = verified(week.splitlines(keepends=True), saved.splitlines(keepends=True))
    assert found.differences == []
    assert len(found.draws) == 7 * len(REGIONS)
    assert all(draw.seed for draw in found.draws.values())
    assert not found.late


async def test_the_public_file_is_printed_by_one_command(
    office: DrawOffice, connection: Connection, tmp_path: Path
) -> None:
    await office.custody.commit(CITY, MONDAY)
    await office.service.fold()
    code, told = command(
        office.service.url,
        tmp_path,
        *("draws", "export", "--first", str(MONDAY), "--last", str(TUESDAY), "--region", CITY),
    )
    assert code == 0, told
    head, draw, _ = (read(line.encode() + b"\n") for line in told.splitlines())
    assert isinstance(head, FileHead)
    assert head.regions == (CITY,)
    assert isinstance(draw, PublishedDraw)
    assert (draw.day, draw.seed) == (MONDAY, None)
    path = tmp_path / "draws"
    path.write_text(told)
    assert command("", tmp_path, "draws", "verify", str(path))[0] == 1


async def published(office: DrawOffice, query: str) -> httpx.Response:
    return await office.service.http.get(f"/api/v1/published-draws?{query}")


async def test_everybody_has_the_commitments_of_the_week_ahead_and_later_the_seeds(
    office: DrawOffice, connection: Connection
) -> None:
    office.now = NINE - timedelta(hours=1)
    await keep(connection, office.custody, MONDAY)
    await office.service.fold()
    ahead = await published(office, f"region={CITY}")
    assert (ahead.status_code, ahead.headers["content-type"]) == (200, "application/jsonl")
    found = verified(ahead.content.splitlines(keepends=True))
    assert found.differences == []
    assert list(found.draws) == [(CITY, MONDAY + timedelta(days=each)) for each in range(7)]
    assert not any(draw.seed for draw in found.draws.values())

    office.now += timedelta(days=1)
    await keep(connection, office.custody, TUESDAY)
    await office.service.fold()
    after = await published(office, f"region={CITY}&from={MONDAY}&to={MONDAY}")
    told = verified(after.content.splitlines(keepends=True), ahead.content.splitlines(True))
    assert told.differences == []
    assert told.draws[CITY, MONDAY].seed


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("region=410999", "opening-unknown"),
        ("from=2020-02-24", "parameters-invalid"),
        (f"region={CITY}&from=2020-02-24&to=2020-02-23", "period-invalid"),
        (f"region={CITY}&from=2020-02-24&to=2020-03-02", "period-invalid"),
        (f"region={CITY}&from=9999-12-31", "parameters-invalid"),
    ],
)
async def test_what_nobody_publishes_is_refused(
    office: DrawOffice, query: str, problem: str
) -> None:
    answer = await published(office, query)
    assert (answer.status_code, answer.json()["type"]) == (422, f"/problems/{problem}")
