"""Seeds are committed to ahead, sealed until their day is over, and then told."""

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from domain.calendar import local_day
from domain.draws.commitment import commitment
from domain.draws.draw import DRAW
from domain.draws.published import FileHead, PublishedDraw, read
from domain.draws.refusals import DrawDayOver, DrawNotOver
from domain.draws.state import DayDraw, DrawStage, draw_of
from domain.draws.verification import verified
from domain.event_store.transaction import Connection
from domain.offices.tree import REGIONS
from domain.people import Role, system
from projections.draws.publication import publication
from projections.draws.queries import committed_from, draws_of, over
from tests.kit.operator import command
from tests.kit.served import Service, served
from workers.draws import timetable
from workers.draws.custody import SeedCustody
from workers.draws.timetable import AHEAD, keep

MONDAY, TUESDAY = date(2020, 2, 24), date(2020, 2, 25)
NINE = datetime(2020, 2, 24, 1, tzinfo=UTC)
CITY = "410100"


@dataclass
class Office:
    """A service whose clock the test sets, and two processes that keep its seeds."""

    service: Service
    now: datetime = NINE

    def __post_init__(self) -> None:
        made = self.service.desk
        self.custody = SeedCustody(made.door, made.keyring)
        self.another = SeedCustody(made.door, made.keyring)

    async def draw(self, day: date) -> DayDraw:
        opened, _ = await self.service.desk.door.open(DRAW, draw_of(CITY, day), system("test"))
        return opened.state


@pytest.fixture
async def office(database_url: str, tmp_path: Path) -> AsyncIterator[Office]:
    made: list[Office] = []
    async with served(
        database_url, tmp_path, clock=lambda: made[0].now if made else NINE
    ) as service:
        made.append(Office(service))
        yield made[0]


async def test_a_week_is_committed_to_before_it_begins_and_told_day_by_day(
    office: Office, connection: Connection
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
    office: Office, connection: Connection
) -> None:
    """Without a read model it asks the streams themselves."""
    await keep(connection, office.custody, MONDAY)
    before = await office.draw(TUESDAY)
    await keep(connection, office.another, MONDAY)
    assert await office.draw(TUESDAY) == before


async def test_the_worker_keeps_the_timetable(office: Office, connection: Connection) -> None:
    stop = asyncio.Event()
    url, clock = office.service.url, office.service.desk.clock
    work = asyncio.create_task(timetable.run(url, office.custody, clock, stop))
    async with asyncio.timeout(20):
        while len(await committed_from(connection, MONDAY)) < len(REGIONS):
            await office.service.fold()
    stop.set()
    await work


async def test_numbers_of_today_are_drawn_from_the_seed_that_is_told_tomorrow(
    office: Office,
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
    office: Office,
) -> None:
    seeds = await asyncio.gather(
        *(each.today(CITY) for each in (office.custody, office.another) * 3)
    )
    assert len(set(seeds)) == 1
    assert (await office.draw(MONDAY)).opens_at == NINE


async def test_nothing_is_told_before_its_day_is_over(office: Office) -> None:
    await office.custody.commit(CITY, MONDAY)
    with pytest.raises(DrawNotOver):
        await office.custody.reveal(CITY, MONDAY)
    assert (await office.draw(MONDAY)).stage is DrawStage.COMMITTED
    with pytest.raises(DrawDayOver):
        await office.custody.commit(CITY, MONDAY - timedelta(days=1))


async def test_the_seed_is_nowhere_before_it_is_told(
    office: Office, connection: Connection
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
    office: Office, connection: Connection, caplog: pytest.LogCaptureFixture
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


async def test_what_is_published_is_verified_and_no_database_is_asked(
    office: Office, connection: Connection, tmp_path: Path
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
    office: Office, connection: Connection, tmp_path: Path
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
