"""A week of sessions is drawn in the cases of citizens, and a third party verifies it."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4, uuid5

import pytest
from msgspec.structs import replace

from domain.aggregates import CODEC
from domain.calendar import local_day
from domain.case.case import CASE
from domain.case.reservation.commands import OfferNumbers
from domain.case_id import new_case_id
from domain.draws.batch import draw
from domain.draws.candidates import NumberSeries
from domain.draws.verification import verified
from domain.event_store.pending import Appended, Pending, StreamWrite
from domain.event_store.store import open_store
from domain.event_store.transaction import Connection
from domain.identifiers import reference
from domain.recorded_event import Envelope
from tests.kit.draw_offices import CITY, MONDAY, NINE, DrawOffice, draw_office
from tests.kit.offices import CITIZEN, asked
from tests.kit.operator import command
from tests.unit.case.reserved import DRAWN, SUBMITTED
from workers.draws.timetable import keep


@pytest.fixture
async def office(database_url: str, tmp_path: Path) -> AsyncIterator[DrawOffice]:
    async with draw_office(database_url, tmp_path) as opened:
        yield opened


async def a_session(office: DrawOffice, number: int) -> tuple[UUID, UUID]:
    """Somebody opens a session for a blue plate of Zhengzhou: his case, and the session."""
    case, session = new_case_id(), UUID(int=number, version=4)
    told = reference.draw(number.to_bytes(reference.BYTES, "big"))
    begun = (replace(SUBMITTED, reference=told), replace(DRAWN, session=session))
    envelopes = tuple(
        Envelope(
            event=event,
            at=office.now,
            by=CITIZEN,
            office=CITY,
            channel="test",
            rules="test",
            build="test",
            cause=case,
        )
        for event in begun
    )
    write = StreamWrite(case, 0, envelopes)
    async with open_store(office.service.url, CODEC) as store:
        done = await store.append(Pending(uuid4(), b"\0" * 32, b"{}", (write,)))
    assert isinstance(done, Appended)
    return case, session


async def offered(
    office: DrawOffice, case: UUID, session: UUID, batch: int, skipped: int = 0
) -> None:
    """Numbers are drawn for him from the seed of today, as if the first were not free."""
    today = await office.service.desk.seeds.today(CITY)
    series = NumberSeries(DRAWN.plate_kind, DRAWN.prefix)
    taken = draw(today.seed, today.day, session, batch, series).numbers[:skipped]
    drawn = draw(today.seed, today.day, session, batch, series, taken)
    streams = tuple(uuid5(case, number) for number in drawn.numbers)
    command = OfferNumbers(batch=drawn.batch, number_streams=streams, sealed={"offer_1": "pii1.o"})
    await office.service.desk.door.handle(CASE, case, command, asked(command, CITIZEN))


async def test_a_week_of_sessions_is_verified_by_a_third_party(
    office: DrawOffice, connection: Connection, tmp_path: Path
) -> None:
    """He has what everybody gets at the public address, one command, and nothing else."""
    path = f"/api/v1/published-draws?region={CITY}&from={MONDAY}"
    office.now = NINE - timedelta(days=1)
    await keep(connection, office.custody, MONDAY - timedelta(days=1))
    await office.service.fold()
    saved = (await office.service.http.get(path)).content
    for day in range(7):
        office.now += timedelta(days=1)
        await keep(connection, office.custody, local_day(office.now))
        for number in (2 * day + 1, 2 * day + 2):
            case, session = await a_session(office, number)
            await offered(office, case, session, 1)
            await offered(office, case, session, 2, skipped=number % 3)
        await office.service.fold()
    office.now += timedelta(days=1)
    await keep(connection, office.custody, local_day(office.now))
    await office.service.fold()
    week = (await office.service.http.get(path)).content
    lines = week.splitlines(keepends=True)
    found = verified(lines, saved.splitlines(keepends=True))
    assert found.differences == []
    assert (len(found.draws), found.sessions, found.batches) == (7, 14, 28)
    assert len(found.passed_over) == 15
    assert [line for line in lines if CITIZEN.id.encode() in line] == []
    files = {name: tmp_path / name for name in ("WEEK", "SAVED", "ALTERED")}
    for name, content in (("WEEK", week), ("SAVED", saved), ("ALTERED", week[1:])):
        files[name].write_bytes(content)
    against = ("--commitments", str(files["SAVED"]))
    code, told = command("", tmp_path, "draws", "verify", str(files["WEEK"]), *against)
    assert (code, told.splitlines()[1:]) == (
        0,
        ["draws: 7; sessions: 14; batches: 28; numbers passed over: 15", "No difference."],
    )
    code, told = command("", tmp_path, "draws", "verify", str(files["ALTERED"]), *against)
    assert (code, len(told.splitlines())) == (1, 1)
    assert "no public file of draws" in told
    for place in range(0, len(week), 97):
        altered = week[:place] + bytes([week[place] ^ 1]) + week[place + 1 :]
        assert verified(altered.splitlines(keepends=True)).differences
