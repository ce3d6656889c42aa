"""What nobody uses is gone after seven days, and what a case names stays."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from domain.event_store.transaction import Connection
from domain.event_store.upload_keeping import UploadKeeping
from tests.kit import files
from tests.kit.served import Service
from tests.kit.uploading import JPEG, PDF, as_document, form_with, upload
from tests.kit.vehicles import numbered
from tests.kit.waiting import until
from workers.upload_sweep import run, sweep


@pytest.fixture
async def keeping(database_url: str) -> AsyncIterator[UploadKeeping]:
    made = UploadKeeping(database_url)
    yield made
    await made.close()


async def age(connection: Connection, how_old: str) -> None:
    await connection.execute(
        "UPDATE vault.upload SET uploaded_at = clock_timestamp() - %s::interval WHERE owner <> ''",
        (how_old,),
    )


async def left(connection: Connection) -> dict[str, UUID | None]:
    cursor = await connection.execute("SELECT sha256, case_id FROM vault.upload WHERE owner <> ''")
    return {name.hex(): case for name, case in await cursor.fetchall()}


async def keys(connection: Connection) -> int:
    cursor = await connection.execute("SELECT count(*) FROM vault.data_key")
    return int((await cursor.fetchall())[0][0])


async def test_the_unused_go_with_their_keys_and_the_used_stay(
    service: Service, connection: Connection, keeping: UploadKeeping
) -> None:
    used, unused = (
        (await upload(service, files.PDF, PDF)).json(),
        (await upload(service, files.jpeg())).json(),
    )
    body = await form_with(service, as_document(used, "id_front"))
    case = (await service.submit(body, str(uuid4()))).json()["id"]
    before = await keys(connection)
    await age(connection, "7 days 30 minutes")
    assert await sweep(connection, keeping, service.desk.codec) == 0
    assert set(await left(connection)) == {used["sha256"], unused["sha256"]}
    await age(connection, "7 days 61 minutes")
    assert await sweep(connection, keeping, service.desk.codec) == 1
    assert await left(connection) == {used["sha256"]: UUID(case)}
    assert await keys(connection) == before - 1
    again = await form_with(service, as_document(used, "id_front"))
    again["vehicle"] |= numbered(1)
    assert (await service.submit(again, str(uuid4()))).status_code == 201


async def test_the_samples_stay(
    service: Service, connection: Connection, keeping: UploadKeeping
) -> None:
    await connection.execute("UPDATE vault.upload SET uploaded_at = 'epoch'")
    assert (await upload(service, files.PDF, PDF)).status_code == 201
    assert await sweep(connection, keeping, service.desk.codec) == 0
    assert (await service.submit(await service.example("plate_reissue"), "k")).status_code == 201


async def test_what_gets_no_verdict_keeps_no_other_from_being_scanned(
    service: Service, connection: Connection, keeping: UploadKeeping
) -> None:
    for content, kind in ((files.PDF, PDF), (files.jpeg(), JPEG)):
        assert (await upload(service, content, kind)).status_code == 201
    await connection.execute("UPDATE vault.upload SET scan = 'pending' WHERE owner <> ''")
    looks = [await keeping.waiting(timedelta(0), 1) for _ in range(100)]
    assert {name.hex() for look in looks for name in look} == set(await left(connection))


async def test_while_an_event_cannot_be_read_nothing_is_deleted(
    service: Service, connection: Connection, keeping: UploadKeeping
) -> None:
    receipt = (await upload(service, files.PDF, PDF)).json()
    await age(connection, "8 days")
    await service.submitted()
    whole = "SELECT state FROM stored_events WHERE topic = 'CaseSubmitted'"
    ((state,),) = await (await connection.execute(whole)).fetchall()
    spoil = "UPDATE stored_events SET state = %s WHERE topic = 'CaseSubmitted'"
    await connection.execute(spoil, (b"{",))
    assert await sweep(connection, keeping, service.desk.codec) == 0
    assert list(await left(connection)) == [receipt["sha256"]]
    await connection.execute(spoil, (state,))
    assert await sweep(connection, keeping, service.desk.codec) == 1
    assert await left(connection) == {}


async def test_the_worker_scans_what_waits_and_sweeps(
    service: Service, connection: Connection, database_url: str
) -> None:
    waiting = (await upload(service, files.PDF, PDF)).json()["sha256"]
    await age(connection, "1 minute")
    await connection.execute("UPDATE vault.upload SET scan = 'pending' WHERE owner <> ''")
    stop = asyncio.Event()
    working = asyncio.create_task(
        run(database_url, database_url, service.desk.codec, service.desk.custody, stop)
    )
    name = bytes.fromhex(waiting)

    async def released() -> bool:
        assert not working.done()
        return (await service.desk.uploads.about([name]))[name].scan != "pending"

    await until(released)
    stop.set()
    await working
