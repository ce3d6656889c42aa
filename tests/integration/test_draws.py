"""Seeds are committed to ahead, sealed until their day is over, and then told."""

import asyncio
import logging
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from domain.draws.commitment import commitment
from domain.draws.refusals import DrawDayOver, DrawNotOver
from domain.draws.state import DrawStage
from domain.event_store.transaction import Connection
from domain.offices.tree import REGIONS
from domain.people import Role
from projections.draws.queries import committed_from, draws_of, over
from tests.kit.draw_offices import CITY, MONDAY, NINE, TUESDAY, DrawOffice, draw_office
from workers.draws import timetable
from workers.draws.timetable import AHEAD, keep


@pytest.fixture
async def office(database_url: str, tmp_path: Path) -> AsyncIterator[DrawOffice]:
    async with draw_office(database_url, tmp_path) as opened:
        yield opened


async def test_a_week_is_committed_to_before_it_begins_and_told_day_by_day(
    office: DrawOffice, connection: Connection
) -> None:
    await keep(connection, office.custody, MONDAY)
    await office.service.fold()
    known = await committed_from(connection, MONDAY)
    days = [MONDAY + timedelta(days=ahead) for ahead in range(AHEAD + 1)]
    assert known == {(region, day) for region in REGIONS for day in days}
    assert await over(connection, MONDAY) == []

    office.now = NINE + timedelta(hours=15)
    await keep(connection, office.custody, TUESDAY)
    await office.service.fold()
    assert await over(connection, TUESDAY) == []
    rows = await draws_of(connection, MONDAY, TUESDAY, [CITY])
    assert [(row.day, row.committed_at, bool(row.seed)) for row in rows] == [
        (MONDAY, NINE, True),
        (TUESDAY, NINE, False),
    ]
    assert rows[0].revealed_at == office.now
    assert rows[0].seed
    assert commitment(CITY, MONDAY, bytes.fromhex(rows[0].seed)) == rows[0].commitment
    assert len(await committed_from(connection, TUESDAY)) == len(REGIONS) * (AHEAD + 1)


async def test_the_timetable_changes_nothing_that_stands(
    office: DrawOffice, connection: Connection
) -> None:
    """Without a read model it asks the streams themselves."""
    await keep(connection, office.custody, MONDAY)
    before = await office.draw(TUESDAY)
    await keep(connection, office.another, MONDAY)
    assert await office.draw(TUESDAY) == before


async def test_the_worker_keeps_the_timetable(office: DrawOffice, connection: Connection) -> None:
    stop = asyncio.Event()
    url, clock = office.service.url, office.service.desk.clock
    work = asyncio.create_task(timetable.run(url, office.custody, clock, stop))
    async with asyncio.timeout(20):
        while len(await committed_from(connection, MONDAY)) < len(REGIONS):
            await office.service.fold()
    stop.set()
    await work


async def test_numbers_of_today_are_drawn_from_the_seed_that_is_told_tomorrow(
    office: DrawOffice,
) -> None:
    await office.custody.commit(CITY, MONDAY)
    today = await office.custody.today(CITY)
    assert today == await office.another.today(CITY)
    assert today.day == MONDAY
    office.now += timedelta(days=1)
    assert (await office.custody.today(CITY)).day == TUESDAY
    await office.custody.reveal(CITY, MONDAY)
    await office.another.reveal(CITY, MONDAY)
    assert (await office.draw(MONDAY)).seed == today.seed.hex()


async def test_where_nobody_has_committed_it_is_done_at_the_first_draw_and_shows(
    office: DrawOffice,
) -> None:
    seeds = await asyncio.gather(
        *(each.today(CITY) for each in (office.custody, office.another) * 3)
    )
    assert len(set(seeds)) == 1
    assert (await office.draw(MONDAY)).opens_at == NINE


async def test_nothing_is_told_before_its_day_is_over(office: DrawOffice) -> None:
    await office.custody.commit(CITY, MONDAY)
    with pytest.raises(DrawNotOver):
        await office.custody.reveal(CITY, MONDAY)
    assert (await office.draw(MONDAY)).stage is DrawStage.COMMITTED
    with pytest.raises(DrawDayOver):
        await office.custody.commit(CITY, MONDAY - timedelta(days=1))


async def test_the_seed_is_nowhere_before_it_is_told(
    office: DrawOffice, connection: Connection
) -> None:
    await office.custody.commit(CITY, MONDAY)
    seed = (await office.custody.today(CITY)).seed
    rows = await connection.execute("SELECT state FROM stored_events")
    stored = b"".join(bytes(row[0]) for row in await rows.fetchall())
    assert b"DrawCommitted" in stored
    assert seed.hex().encode() not in stored
    assert seed not in stored
    shown = await office.service.http.get(
        f"/api/v1/draws/{CITY}-{MONDAY}",
        headers={"authorization": office.service.bearer(Role.AUDITOR)},
    )
    assert shown.status_code == 200
    assert shown.json()["state"]["commitment"] == (await office.draw(MONDAY)).commitment
    assert seed.hex() not in shown.text


async def test_a_seed_that_is_lost_is_said_and_keeps_no_other_from_being_told(
    office: DrawOffice, connection: Connection, caplog: pytest.LogCaptureFixture
) -> None:
    for region in (CITY, "410200"):
        await office.custody.commit(region, MONDAY)
    lost = (await office.draw(MONDAY)).key_id
    await connection.execute("DELETE FROM vault.data_key WHERE key_id = %s", (lost,))
    await office.service.fold()
    office.now += timedelta(days=1)
    with caplog.at_level(logging.ERROR):
        await keep(connection, office.custody, TUESDAY)
    await office.service.fold()
    assert await over(connection, TUESDAY) == [(CITY, MONDAY)]
    assert caplog.messages == [f"draws: the seed of {CITY} {MONDAY} is lost: KeyErased"]
