"""Reactions over a real store: each has its place, and nothing follows twice."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import typer
from typer.testing import CliRunner

from cheguan import reactions_cli
from domain.aggregates import CODEC
from domain.event_store.log import last_position
from domain.event_store.reactions.places import ReactionEpochDiffers, begin_anew
from domain.event_store.reactions.standing import standing
from domain.event_store.transaction import Connection
from domain.reactions import declared
from tests.kit.offices import OpenOffice, open_office
from tests.kit.payment import counted, pay, reacting, unpaid
from tests.kit.waiting import until
from workers import reactor
from workers.concerned import CONCERNED

NAME = "order_paid"


@pytest.fixture
async def office(database_url: str) -> AsyncIterator[OpenOffice]:
    async with open_office(database_url) as opened:
        yield opened


async def paid(office: OpenOffice, first: int, count: int) -> None:
    for number in range(first, first + count):
        await pay(office, await unpaid(office, number))


async def test_it_comes_to_the_end_of_the_log_and_says_so(
    office: OpenOffice, database_url: str, connection: Connection
) -> None:
    await paid(office, 1, 3)
    (before,) = await standing(connection, [NAME])
    assert (before.epoch, before.behind) == (0, await last_position(connection))
    async with reacting(database_url, office) as following:
        await following.catch_up()
    (after,) = await standing(connection, [NAME])
    assert (after.epoch, after.behind, after.stopped) == (1, 0, None)


async def test_a_slice_is_as_long_as_it_may_be_and_the_place_moves_behind_it(
    office: OpenOffice,
    database_url: str,
    connection: Connection,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("workers.reactions.slices.TOGETHER", 2)
    await paid(office, 1, 5)
    async with reacting(database_url, office) as following:
        for done in (2, 4, 5):
            assert await following.step()
            assert (await counted(connection))["PaymentReceived"] == done
            (stands,) = await standing(connection, [NAME])
            cursor = await connection.execute(
                "SELECT count(*) FROM stored_events"
                " WHERE topic = 'OrderPaid' AND notification_id > %s",
                (stands.position,),
            )
            assert (await cursor.fetchall())[0][0] == 5 - done


async def test_it_follows_what_comes_until_it_is_told_to_stop(
    office: OpenOffice, database_url: str, connection: Connection
) -> None:
    stop = asyncio.Event()
    running = asyncio.create_task(reactor.run(database_url, CODEC, office.door, stop, CONCERNED))
    for number in range(1, 4):
        await paid(office, number, 1)

        async def followed(number: int = number) -> bool:
            return (await counted(connection))["PaymentReceived"] == number

        await until(followed)
    stop.set()
    await running


async def test_two_at_work_do_everything_once(
    office: OpenOffice, database_url: str, connection: Connection
) -> None:
    await paid(office, 1, 20)
    async with (
        open_office(database_url) as other,
        reacting(database_url, other) as second,
        reacting(database_url, office) as first,
    ):
        await asyncio.gather(first.catch_up(), second.catch_up())
        await paid(office, 21, 20)
        await asyncio.gather(first.catch_up(), second.catch_up())
        await first.catch_up()
    assert (await counted(connection))["PaymentReceived"] == 40
    (stands,) = await standing(connection, [NAME])
    assert stands.behind == 0


async def test_it_outlives_a_lost_connection(
    office: OpenOffice, database_url: str, connection: Connection
) -> None:
    stop = asyncio.Event()
    running = asyncio.create_task(reactor.run(database_url, CODEC, office.door, stop, CONCERNED))

    async def begun() -> bool:
        return bool((await standing(connection, [NAME]))[0].epoch)

    await until(begun)
    await connection.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )

    async def followed() -> bool:
        return (await counted(connection))["PaymentReceived"] == 1

    await paid(office, 1, 1)
    await until(followed)
    stop.set()
    await running


async def test_in_another_epoch_it_begins_anew_and_does_nothing_twice(
    office: OpenOffice, database_url: str, connection: Connection
) -> None:
    await paid(office, 1, 2)
    async with reacting(database_url, office) as following:
        await following.catch_up()
        await connection.execute(
            "INSERT INTO store_epoch (epoch, system_identifier, timeline_id, prev_epoch, reason)"
            " SELECT 2, system_identifier, timeline_id, 1, 'restored' FROM store_epoch"
        )
        await paid(office, 3, 1)
        with pytest.raises(ReactionEpochDiffers, match="cheguan reactions anew"):
            await following.catch_up()
        await begin_anew(connection, [each.name for each in declared(CODEC)], 2)
        await following.catch_up()
    assert (await counted(connection))["PaymentReceived"] == 3
    (stands,) = await standing(connection, [NAME])
    assert (stands.epoch, stands.behind) == (2, 0)


def told(app: typer.Typer, *words: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, words)
    return result.exit_code, result.output


def test_an_operator_sees_how_far_it_is(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", database_url)

    async def one_is_paid() -> None:
        async with open_office(database_url) as office:
            await paid(office, 1, 1)

    asyncio.run(one_is_paid())
    code, words = told(reactions_cli.app, "status", "--within", "0")
    assert code == 1
    assert NAME in words
    assert told(reactions_cli.app, "status")[0] == 0
    assert told(reactions_cli.app, "anew", "nobody")[0] == 2
    assert told(reactions_cli.app, "anew", NAME)[0] == 0
    assert told(reactions_cli.app, "retry", "all") == (0, "0 are tried again.\n")
