"""What a restored store has lost is carried out again, and what it still has is not."""

from pathlib import Path
from uuid import UUID

from domain.aggregates import CODEC
from domain.event_store.connection import connect
from domain.event_store.store import open_store
from tests.kit.backup import backup, restore
from tests.kit.offices import OpenOffice, open_office
from tests.kit.operator import store_command
from tests.kit.payment import events_of, pay, reacting, unpaid


async def follow(office: OpenOffice, url: str) -> None:
    async with reacting(url, office) as reactor:
        await reactor.catch_up()


async def test_reactions_go_on_in_the_next_epoch_and_nothing_follows_twice(
    postgres_server: str, database_url: str, tmp_path: Path
) -> None:
    url, known = database_url, tmp_path / "known"
    async with open_office(url) as office:
        followed, left = await unpaid(office, 1), await unpaid(office, 2)
        await pay(office, followed)
        await follow(office, url)
        await pay(office, left)
    async with open_store(url, CODEC, known=known):
        pass
    with backup(postgres_server, url) as older:
        async with open_office(url) as office:
            await follow(office, url)
            assert await in_the_case(office, left) == 1
            await pay(office, await unpaid(office, 3))
            await follow(office, url)
        async with open_store(url, CODEC, known=known):
            pass
        restore(postgres_server, url, older)
    approved = ("--approved-by", "one", "--approved-by", "other")
    code, told = store_command(url, tmp_path, "new-epoch", "--reason", "drill", *approved)
    assert code == 0, told
    assert "Every reaction begins anew" in told
    async with open_office(url) as office:
        assert await in_the_case(office, left) == 0, "what followed was lost with the rest"
        later = await unpaid(office, 4)
        await pay(office, later)
        await follow(office, url)
        for case in (followed, left, later):
            assert await in_the_case(office, case) == 1
    connection = await connect(url)
    cursor = await connection.execute("SELECT epoch FROM reaction_position")
    assert set(await cursor.fetchall()) == {(2,)}
    await connection.close()


async def in_the_case(office: OpenOffice, case: UUID) -> int:
    """How often the case counts the payment."""
    return (await events_of(office, case)).count("PaymentReceived")
