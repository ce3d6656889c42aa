"""Whoever is told that it is ready has his command stored."""

from uuid import uuid4

import pytest

from api.readiness import Readiness
from domain.event_store.key_table import PostgresKeyTable
from domain.event_store.pending import StoreUnavailable
from domain.event_store.transaction import APPEND_LOCK, Connection
from domain.wrapping import WrappedKey
from tests.conftest import fresh_database
from tests.kit.served import Service
from tests.kit.waiting import until

FULL = """
CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$;
CREATE TRIGGER full_disk BEFORE INSERT ON {table} EXECUTE FUNCTION no_room()"""
ROOM = "DROP TRIGGER full_disk ON {table}"


async def cause(service: Service) -> str | None:
    told: str | None = (await service.operators.get("/health/ready")).json()["cause"]
    return told


async def settled(service: Service, *, ready: bool) -> None:
    async def holds() -> bool:
        return ((await service.http.get("/health/ready")).status_code == 200) is ready

    await until(holds)


async def test_on_a_full_disk_it_is_not_ready_until_there_is_room(
    service: Service, connection: Connection
) -> None:
    body = await service.example("plate_reissue")
    await connection.execute(FULL.format(table="stored_events"))
    assert (await service.submit(body, "full")).status_code == 503
    await settled(service, ready=False)
    assert await cause(service) == "nothing can be stored: DiskFull"
    await connection.execute(ROOM.format(table="stored_events"))
    await settled(service, ready=True)
    assert (await service.submit(body, "full")).status_code == 201


async def test_while_another_holds_the_append_lock_it_is_not_ready(
    service: Service, connection: Connection
) -> None:
    body = await service.example("plate_reissue")
    async with connection.transaction():
        await connection.execute("SELECT pg_advisory_xact_lock(%s)", (APPEND_LOCK,))
        assert (await service.submit(body, "held")).status_code == 503
        await settled(service, ready=False)
    await settled(service, ready=True)


async def test_an_attempt_leaves_nothing_behind(service: Service, connection: Connection) -> None:
    body = await service.example("plate_reissue")
    await connection.execute(FULL.format(table="stored_events"))
    await service.submit(body, "full")
    await connection.execute(ROOM.format(table="stored_events"))
    await settled(service, ready=True)
    for table in ("stored_events", "command_log"):
        counted = await connection.execute(f"SELECT count(*) FROM {table}")
        assert (await counted.fetchall()) == [(0,)]


async def test_a_vault_that_keeps_no_key_is_not_ready(
    database_url: str, connection: Connection
) -> None:
    vault = PostgresKeyTable(database_url)
    await connection.execute(FULL.format(table="vault.data_key"))
    await vault.ready()
    with pytest.raises(StoreUnavailable):
        await vault.save([WrappedKey(uuid4(), b"wrapped", 1)])
    with pytest.raises(StoreUnavailable, match="the vault of keys: nothing can be stored"):
        await vault.ready()
    await connection.execute(ROOM.format(table="vault.data_key"))
    await vault.ready()
    assert (await (await connection.execute("TABLE vault.data_key")).fetchall()) == []
    await vault.close()


async def test_a_lost_vault_is_not_ready(postgres_server: str) -> None:
    with fresh_database(postgres_server) as empty:
        vault = PostgresKeyTable(empty)
        readiness = Readiness(vault.ready)
        assert await readiness.cause() == "the vault of keys: UndefinedTable"
        await readiness.close()
        await vault.close()
