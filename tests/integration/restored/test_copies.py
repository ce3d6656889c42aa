"""What a restored store lacks is brought back from a copy, if that copy has the same history."""

from uuid import uuid4

import pytest

from domain.aggregates import CODEC
from domain.event_store.connection import connect
from domain.event_store.epoch import Difference, StoreReadOnly
from domain.event_store.log import read_log
from domain.event_store.pending import Appended, Pending
from domain.event_store.reconcile import bring_back, take_as_known
from domain.event_store.store import open_store
from tests.kit.envelopes import pending
from tests.kit.installation import Installation, commands, refused_copy
from tests.kit.waiting import until


async def test_a_restored_store_that_others_wrote_to_has_another_history(
    restored: tuple[Installation, list[Pending], str],
) -> None:
    place, lost, newest = restored
    async with open_store(place.url, CODEC) as careless:
        for _ in range(20):
            await careless.append(pending(uuid4(), after=0))
    async with place.open() as store:
        with pytest.raises(StoreReadOnly):
            await store.append(pending(uuid4(), after=0))
    stands = await place.standing()
    assert stands.difference is Difference.HISTORY_DIFFERS
    assert stands.positions == range(7, 17)
    assert commands(stands) == [each.command_id for each in lost]
    assert await refused_copy(place, newest) == (
        "the store reaches as far as is known; its events are others"
    )


async def test_what_was_lost_is_brought_back_from_a_copy(
    restored: tuple[Installation, list[Pending], str],
) -> None:
    place, lost, newest = restored
    copy = await connect(newest)
    async with place.open() as running, place.connected() as connection:
        with pytest.raises(StoreReadOnly):
            await running.append(pending(uuid4(), after=0))
        stands = await place.standing()
        assert stands.known is not None
        assert await bring_back(copy, connection, stands.known) == 10
        assert await read_log(connection, CODEC, 0, 99) == await read_log(copy, CODEC, 0, 99)
        stands = await place.standing()
        assert stands.whole
        take_as_known(place.folder, stands)

        async def open_again() -> bool:
            try:
                return isinstance(await running.append(lost_again), Appended)
            except StoreReadOnly:
                return False

        lost_again = pending(lost[0].writes[0].stream, after=2)
        await until(open_again)
        assert await running.carried_out(lost[0].command_id) is not None
        assert (await read_log(connection, CODEC, 16, 1))[0].position == 17
        assert stands.seen.known.epoch == 1
    await copy.close()


async def test_a_copy_that_ends_too_early_or_goes_another_way_is_refused(
    restored: tuple[Installation, list[Pending], str], empty_of_events: str
) -> None:
    place, _, newest = restored
    assert "ends at 6" in await refused_copy(place, empty_of_events)
    async with open_store(empty_of_events, CODEC) as other:
        for _ in range(20):
            await other.append(pending(uuid4(), after=0))
    assert "other events" in await refused_copy(place, empty_of_events)
    async with open_store(place.url, CODEC) as careless:
        await careless.append(pending(uuid4(), after=0))
    assert "different events already" in await refused_copy(place, newest)


async def test_the_data_keys_come_back_with_the_kek_that_has_wrapped_them(
    restored: tuple[Installation, list[Pending], str],
) -> None:
    place, _, newest = restored
    copy = await connect(newest)
    await copy.execute(
        "INSERT INTO vault.secret_key (kind, number, check_value)"
        " VALUES ('kek', 2, decode(repeat('01', 16), 'hex'))"
    )
    await copy.execute(
        "INSERT INTO vault.data_key (key_id, wrapped, wrapped_by)"
        " VALUES (gen_random_uuid(), 'wrapped', 2)"
    )
    async with place.connected() as connection:
        known = (await place.standing()).known
        assert known is not None
        await bring_back(copy, connection, known)
        cursor = await connection.execute(
            "SELECT s.number, k.wrapped FROM vault.secret_key AS s"
            " JOIN vault.data_key AS k ON k.wrapped_by = s.number"
        )
        assert await cursor.fetchall() == [(2, b"wrapped")]
    await copy.close()
