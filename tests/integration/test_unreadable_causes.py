"""What a reaction cannot read waits, in view of everybody; whatever concerns others goes on."""

from collections.abc import AsyncIterator
from uuid import UUID

import pytest

from domain.case.stage import Stage
from domain.event_store.reactions.postponed import retry
from domain.event_store.reactions.standing import ReactionStanding, standing
from domain.event_store.transaction import Connection
from domain.orders.state import order_of
from tests.kit.lanterns.tower import ALL, EACH, Tower, tower
from tests.kit.offices import OpenOffice, open_office
from tests.kit.payment import pay, reacting, stage_of, unpaid
from tests.kit.spoiled import BYTES, spoil

NAME = "order_paid"


@pytest.fixture
async def place(database_url: str, connection: Connection) -> AsyncIterator[Tower]:
    async with tower(database_url, connection) as opened:
        yield opened


@pytest.fixture
async def office(database_url: str) -> AsyncIterator[OpenOffice]:
    async with open_office(database_url) as opened:
        yield opened


async def react(url: str, office: OpenOffice) -> None:
    async with reacting(url, office) as reactor:
        await reactor.catch_up()


async def stands(connection: Connection) -> ReactionStanding:
    (found,) = await standing(connection, [NAME])
    return found


async def refusals(connection: Connection) -> dict[UUID, str]:
    cursor = await connection.execute("SELECT target, refusal FROM reaction_postponed")
    return dict(await cursor.fetchall())


@pytest.mark.parametrize("spoiled", BYTES, ids=str)
async def test_a_cause_that_cannot_be_read_waits_alone(
    office: OpenOffice, database_url: str, connection: Connection, spoiled: bytes
) -> None:
    sick, fine = await unpaid(office, 1), await unpaid(office, 2)
    paid = await pay(office, sick)
    await pay(office, fine)
    whole = await spoil(connection, order_of(sick), paid.version, spoiled)
    await react(database_url, office)
    assert await stage_of(office, fine) is Stage.SUBMITTED
    assert await refusals(connection) == {order_of(sick): "event-unreadable"}
    stand = await stands(connection)
    assert (stand.behind, stand.stopped) == (0, None)

    await spoil(connection, order_of(sick), paid.version, whole)
    await retry(connection, [NAME])
    await react(database_url, office)
    assert await stage_of(office, sick) is Stage.SUBMITTED
    assert await refusals(connection) == {}


async def test_a_target_that_cannot_be_read_waits_alone(
    office: OpenOffice, database_url: str, connection: Connection
) -> None:
    sick, fine = await unpaid(office, 1), await unpaid(office, 2)
    await pay(office, sick)
    await pay(office, fine)
    whole = await spoil(connection, sick, 1, b"no json")
    office.door.forget(sick)
    await react(database_url, office)
    assert await stage_of(office, fine) is Stage.SUBMITTED
    assert await refusals(connection) == {sick: "history-unreadable"}
    assert (await stands(connection)).stopped is None

    await spoil(connection, sick, 1, whole)
    await retry(connection, [NAME])
    await react(database_url, office)
    assert await stage_of(office, sick) is Stage.SUBMITTED


async def test_an_outcome_that_cannot_be_read_was_carried_out(
    office: OpenOffice, database_url: str, connection: Connection
) -> None:
    case = await unpaid(office)
    await pay(office, case)
    await react(database_url, office)
    await connection.execute("UPDATE command_log SET outcome = 'no json'")
    await connection.execute("UPDATE reaction_position SET position = 0")
    office.door.forget(case)
    await react(database_url, office)
    stand = await stands(connection)
    assert (stand.behind, stand.postponed, stand.stopped) == (0, 0, None)


async def test_an_event_that_cannot_be_decoded_waits_and_its_stream_behind_it(
    place: Tower,
) -> None:
    sick, fine = await place.hang(2)
    await place.ring(sick)
    await place.connection.execute("UPDATE stored_events SET state = '{}' WHERE topic = 'BellRung'")
    bell = await place.ring(fine)
    await place.react()
    assert (await place.flashes(sick), await place.flashes(fine)) == ([], [bell])
    stands = await place.stands(EACH)
    assert (stands.stopped, stands.behind, stands.postponed) == (None, 0, 1)


async def test_a_cause_of_many_streams_that_cannot_be_read_is_not_overtaken(place: Tower) -> None:
    await place.hang(1)
    await place.peal()
    await place.connection.execute(
        "UPDATE stored_events SET state = '{}' WHERE topic = 'BellPealed'"
    )
    await place.fold()
    await place.react()
    assert (await place.stands(ALL)).stopped == "event-unreadable"
