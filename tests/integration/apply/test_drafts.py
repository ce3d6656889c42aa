"""A draft is kept sealed for seven days, for one person and one service."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from domain.drafts.draft import Draft, KeptDraft
from domain.drafts.drafts import Drafts, DraftUnreadable
from domain.event_store.draft_table import PostgresDraftTable
from domain.event_store.transaction import Connection
from tests.kit.own_pages import OWNER, look, send
from tests.kit.served import Service
from workers import draft_sweep

ME, OTHER = "applicant:me", "applicant:other"
PLATE = "豫A1B2C3"


@pytest.fixture
def drafts(service: Service) -> Drafts:
    return service.desk.drafts


@pytest.fixture
async def table(database_url: str) -> AsyncIterator[PostgresDraftTable]:
    made = PostgresDraftTable(database_url)
    yield made
    await made.close()


async def saved(drafts: Drafts, owner: str = ME, service: str = "temp_plate") -> KeptDraft:
    return await drafts.change(owner, service, lambda d: Draft({**d.entries, "plate": PLATE}))


async def age(connection: Connection, how_old: str) -> None:
    await connection.execute(
        "UPDATE vault.draft SET saved_at = clock_timestamp() - %s::interval", (how_old,)
    )


async def keys(connection: Connection) -> int:
    cursor = await connection.execute("SELECT count(*) FROM vault.data_key")
    return int((await cursor.fetchall())[0][0])


async def test_whoever_comes_back_finds_what_he_filled_in(drafts: Drafts) -> None:
    begun = await saved(drafts)
    found = await drafts.find(ME, "temp_plate")
    assert found
    assert found.content.entries == {"plate": PLATE}
    assert found.row.id == begun.row.id


async def test_another_person_and_another_service_have_drafts_of_their_own(drafts: Drafts) -> None:
    await saved(drafts)
    assert await drafts.find(OTHER, "temp_plate") is None
    assert await drafts.find(ME, "plate_reissue") is None


async def test_another_person_cannot_delete_it(drafts: Drafts) -> None:
    kept = await saved(drafts)
    await drafts.drop(OTHER, kept.row.id)
    assert await drafts.find(ME, "temp_plate")


async def test_nothing_of_it_lies_there_in_the_clear(
    drafts: Drafts, connection: Connection
) -> None:
    await saved(drafts)
    cursor = await connection.execute("SELECT draft::text FROM vault.draft AS draft")
    ((row,),) = await cursor.fetchall()
    assert "pii1." in row
    assert PLATE not in row


async def test_a_row_that_was_put_in_the_place_of_another_does_not_open(
    drafts: Drafts, connection: Connection
) -> None:
    """Whoever has the database alone cannot show one person's draft to another.

    It is kept, so that it can be put right.
    """
    mine = await saved(drafts)
    await saved(drafts, OTHER)
    await connection.execute(
        "UPDATE vault.draft SET sealed = %s, key_id = %s WHERE owner = %s",
        (mine.row.sealed, mine.row.key_id, OTHER),
    )
    for _ in range(2):
        with pytest.raises(DraftUnreadable):
            await drafts.find(OTHER, "temp_plate")


async def test_whoever_has_a_draft_that_does_not_open_is_told_so_and_may_begin_anew(
    service: Service, drafts: Drafts, connection: Connection
) -> None:
    owner = f"applicant:{OWNER}"
    kept = await saved(drafts, owner)
    await saved(drafts, OTHER)
    await connection.execute(
        "UPDATE vault.draft SET sealed = (SELECT sealed FROM vault.draft WHERE owner = %s)"
        " WHERE owner = %s",
        (OTHER, owner),
    )
    step = await look(service, "/apply/temp_plate/vehicle")
    assert step.status_code == 303
    assert step.headers["location"] == "/apply/temp_plate"
    told = (await look(service, "/apply/temp_plate")).text
    assert "草稿已原样保留" in told
    await connection.execute(
        "UPDATE vault.draft SET sealed = %s WHERE owner = %s", (kept.row.sealed, owner)
    )
    assert "继续上次填写" in (await look(service, "/apply/temp_plate")).text
    await connection.execute("UPDATE vault.draft SET sealed = 'pii1.x' WHERE owner = %s", (owner,))
    assert (await send(service, "/apply/temp_plate/discard", {})).status_code == 303
    assert await drafts.find(owner, "temp_plate") is None


async def test_nobody_finds_it_after_seven_days(drafts: Drafts, connection: Connection) -> None:
    await saved(drafts)
    await age(connection, "6 days 23 hours")
    assert await drafts.find(ME, "temp_plate")
    await age(connection, "7 days 1 minute")
    assert await drafts.find(ME, "temp_plate") is None


async def test_a_new_one_is_begun_where_the_old_one_has_passed(
    drafts: Drafts, connection: Connection
) -> None:
    old = await saved(drafts)
    await age(connection, "8 days")
    anew = await drafts.change(ME, "temp_plate", lambda draft: draft)
    assert anew.row.id != old.row.id
    assert anew.content == Draft()


async def test_the_sweep_deletes_what_has_passed_with_its_key_and_nothing_else(
    drafts: Drafts, table: PostgresDraftTable, connection: Connection
) -> None:
    await saved(drafts)
    await age(connection, "7 days 1 minute")
    await saved(drafts, OTHER)
    before = await keys(connection)
    assert await table.sweep() == 1
    assert await keys(connection) == before - 1
    assert await drafts.find(OTHER, "temp_plate")


async def test_the_worker_sweeps(drafts: Drafts, database_url: str, connection: Connection) -> None:
    await saved(drafts)
    await age(connection, "8 days")
    stop = asyncio.Event()
    stop.set()
    await draft_sweep.run(database_url, stop)
    cursor = await connection.execute("SELECT count(*) FROM vault.draft")
    assert await cursor.fetchall() == [(0,)]


async def test_a_deleted_draft_is_gone_with_its_key(drafts: Drafts, connection: Connection) -> None:
    kept = await saved(drafts)
    before = await keys(connection)
    await drafts.drop(ME, kept.row.id)
    assert await drafts.find(ME, "temp_plate") is None
    assert await keys(connection) == before - 1


async def test_pages_that_are_saved_at_once_all_count(drafts: Drafts) -> None:
    await saved(drafts)

    async def save(name: str) -> None:
        await drafts.change(ME, "temp_plate", lambda d: Draft({**d.entries, name: "1"}))

    await asyncio.gather(*(save(f"page-{number}") for number in range(4)))
    found = await drafts.find(ME, "temp_plate")
    assert found
    assert found.content.entries.keys() == {"plate", *(f"page-{number}" for number in range(4))}


async def test_two_browsers_that_begin_at_once_have_one_draft(drafts: Drafts) -> None:
    one, other = await asyncio.gather(saved(drafts), saved(drafts))
    assert one.row.id == other.row.id
