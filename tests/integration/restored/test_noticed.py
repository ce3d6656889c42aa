"""A store that is not the one known outside of it only answers questions."""

from uuid import uuid4

import pytest
from msgspec.structs import replace

from domain.event_store.epoch import Difference, StoreReadOnly
from domain.event_store.known import KnownFile, alone
from domain.event_store.pending import Appended, OutcomeUnknown, Pending, StoreUnavailable
from domain.event_store.reconcile import take_as_known
from tests.kit.backup import backup, restore
from tests.kit.envelopes import pending
from tests.kit.installation import Installation, commands
from tests.kit.waiting import until


async def test_a_first_start_and_every_other_are_open(place: Installation) -> None:
    await place.append(2)
    await place.append(1)
    stands = await place.standing()
    assert stands.known is not None
    assert (stands.known.position, stands.seen.last, stands.difference) == (6, 6, None)
    assert stands.whole
    assert not stands.positions


async def test_a_restored_store_is_read_and_not_written(
    restored: tuple[Installation, list[Pending], str],
) -> None:
    place, lost, _ = restored
    async with place.open() as store:
        with pytest.raises(StoreReadOnly, match="cheguan store status") as closed:
            await store.append(pending(uuid4(), after=0))
        assert closed.value.difference is Difference.EVENTS_MISSING
        assert await store.position() == 6
        assert await store.load(lost[0].writes[0].stream) == ()
        with pytest.raises(OutcomeUnknown):
            await store.carried_out(lost[0].command_id)


async def test_what_a_restored_store_lacks_is_named(
    restored: tuple[Installation, list[Pending], str],
) -> None:
    place, lost, _ = restored
    stands = await place.standing()
    assert stands.positions == range(7, 17)
    assert commands(stands) == [each.command_id for each in lost]
    assert [done.events for done in stands.lost] == [2] * 5


async def test_a_store_restored_under_a_running_process_is_noticed(place: Installation) -> None:
    await place.append(3)
    with backup(place.server, place.url) as older:
        async with place.open() as store:
            asked = pending(uuid4(), after=0)
            assert await store.append(asked) == Appended(7)
            restore(place.server, place.url, older)

            async def closed() -> bool:
                try:
                    await store.append(pending(uuid4(), after=0))
                except StoreReadOnly:
                    return True
                except StoreUnavailable:
                    return False
                raise AssertionError("written to a store that had lost an event")

            await until(closed)
    stands = await place.standing()
    assert stands.difference is Difference.EVENTS_MISSING
    assert commands(stands) == [asked.command_id]


async def test_the_same_store_on_another_server_waits_for_an_operator(place: Installation) -> None:
    await place.append(2)
    file = KnownFile(place.folder)
    known = file.load()
    assert known is not None
    with alone(place.folder):
        file.put(replace(known, system_identifier=known.system_identifier + 1))
    async with place.open() as store:
        with pytest.raises(StoreReadOnly) as closed:
            await store.append(pending(uuid4(), after=0))
        assert closed.value.difference is Difference.ANOTHER_SERVER
    stands = await place.standing()
    assert stands.whole
    take_as_known(place.folder, stands)
    await place.append(1)


async def test_a_database_that_is_being_restored_is_not_written_to(place: Installation) -> None:
    await place.append(1)
    async with place.connected() as connection:
        await connection.execute("DELETE FROM store_epoch")
    async with place.open() as store:
        with pytest.raises(StoreReadOnly) as closed:
            await store.append(pending(uuid4(), after=0))
        assert closed.value.difference is Difference.EPOCH_BEHIND
