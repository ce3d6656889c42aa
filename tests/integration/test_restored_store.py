"""A store that is not the one known outside of it only answers questions."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from msgspec.structs import replace

from domain.event_store.acknowledged import Journal
from domain.event_store.connection import connect
from domain.event_store.epoch import Difference, StoreReadOnly
from domain.event_store.known import KnownFile, KnownUnwritable, alone
from domain.event_store.log import read_log
from domain.event_store.new_epoch import new_epoch
from domain.event_store.pending import Appended, OutcomeUnknown, Pending, StoreUnavailable
from domain.event_store.reconcile import CopyUnfit, Standing, bring_back, standing, take_as_known
from domain.event_store.store import PostgresEventStore, open_store
from domain.event_store.transaction import Connection
from projections.engine.position import EpochDiffers
from tests.kit.envelopes import pending
from tests.kit.projected import project
from tests.kit.restoring import backup, restore
from tests.kit.waiting import until


@dataclass(frozen=True)
class Installation:
    """A database and the folder of what is known of it."""

    server: str
    url: str
    folder: Path

    @asynccontextmanager
    async def open(self) -> AsyncIterator[PostgresEventStore]:
        async with open_store(self.url, known=self.folder) as store:
            yield store

    @asynccontextmanager
    async def connected(self) -> AsyncIterator[Connection]:
        connection = await connect(self.url)
        try:
            yield connection
        finally:
            await connection.close()

    async def standing(self) -> Standing:
        async with self.connected() as connection:
            return await standing(connection, self.folder)

    async def append(self, commands: int) -> list[Pending]:
        """So many commands of two events each, acknowledged."""
        asked = [pending(uuid4(), after=0, count=2) for _ in range(commands)]
        async with self.open() as store:
            for each in asked:
                assert isinstance(await store.append(each), Appended)
        return asked

    async def new_epoch(self) -> int:
        async with self.connected() as connection:
            epoch, _ = await new_epoch(
                connection, self.folder, reason="drill", approved_by=["one", "another"]
            )
        return epoch


@pytest.fixture
def place(postgres_server: str, database_url: str, tmp_path: Path) -> Installation:
    return Installation(postgres_server, database_url, tmp_path / "known")


@pytest.fixture
async def restored(place: Installation) -> AsyncIterator[tuple[Installation, list[Pending], str]]:
    """Restored to 6 events of 16, with the commands lost and a copy that has them all."""
    await place.append(3)
    with backup(place.server, place.url) as older:
        lost = await place.append(5)
        with backup(place.server, place.url) as newest:
            restore(place.server, place.url, older)
            yield place, lost, newest


def commands(stands: Standing) -> list[UUID]:
    return [done.command for done in stands.lost]


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


async def test_a_restored_store_that_others_wrote_to_has_another_history(
    restored: tuple[Installation, list[Pending], str],
) -> None:
    place, lost, newest = restored
    async with open_store(place.url) as careless:
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


async def refused_copy(place: Installation, url: str) -> str:
    """Why a copy is not taken; nothing has changed."""
    before = await place.standing()
    copy = await connect(url)
    try:
        async with place.connected() as connection:
            assert before.known is not None
            with pytest.raises(CopyUnfit) as unfit:
                await bring_back(copy, connection, before.known)
    finally:
        await copy.close()
    after = await place.standing()
    assert after.seen.last == before.seen.last
    return str(unfit.value)


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
        assert await read_log(connection, 0, 99) == await read_log(copy, 0, 99)
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
        assert (await read_log(connection, 16, 1))[0].position == 17
        assert stands.seen.known.epoch == 1
    await copy.close()


async def test_a_copy_that_ends_too_early_or_goes_another_way_is_refused(
    restored: tuple[Installation, list[Pending], str], empty_of_events: str
) -> None:
    place, _, newest = restored
    assert "ends at 6" in await refused_copy(place, empty_of_events)
    async with open_store(empty_of_events) as other:
        for _ in range(20):
            await other.append(pending(uuid4(), after=0))
    assert "other events" in await refused_copy(place, empty_of_events)
    async with open_store(place.url) as careless:
        await careless.append(pending(uuid4(), after=0))
    assert "different events already" in await refused_copy(place, newest)


@pytest.fixture
def empty_of_events(postgres_server: str, database_url: str) -> Iterator[str]:
    with backup(postgres_server, database_url) as copy:
        yield copy


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


async def test_a_new_epoch_goes_on_beyond_every_known_position(
    restored: tuple[Installation, list[Pending], str],
) -> None:
    place, lost, _ = restored
    assert await project(place.url) == 6
    assert await place.new_epoch() == 2
    async with place.open() as store:
        assert await store.append(pending(uuid4(), after=0)) == Appended(17)
        assert await store.carried_out(lost[0].command_id) is None
    stands = await place.standing()
    assert stands.whole
    assert stands.known is not None
    assert stands.known.epoch == 2
    kept = (place.folder / "lost.epoch-1.log").read_text(encoding="ascii")
    assert [line.split()[2] for line in kept.splitlines()] == [each.command_id.hex for each in lost]
    with pytest.raises(EpochDiffers):
        await project(place.url)


async def test_a_store_restored_to_before_its_epoch_is_behind(
    restored: tuple[Installation, list[Pending], str],
) -> None:
    place, _, newest = restored
    with backup(place.server, place.url) as first_epoch:
        await place.new_epoch()
        lost = await place.append(1)
        restore(place.server, place.url, first_epoch)
    stands = await place.standing()
    assert stands.difference is Difference.EPOCH_BEHIND
    assert commands(stands) == [lost[0].command_id]
    assert await refused_copy(place, newest) == "the copy is of epoch 1, not 2"
    assert await place.new_epoch() == 3


async def test_an_epoch_opened_from_another_machine_is_followed(
    place: Installation, tmp_path: Path
) -> None:
    await place.append(2)
    elsewhere = Installation(place.server, place.url, tmp_path / "elsewhere")
    await elsewhere.append(1)
    assert await elsewhere.new_epoch() == 2
    await place.append(1)
    stands = await place.standing()
    assert stands.known is not None
    assert (stands.known.epoch, stands.difference) == (2, None)


async def test_a_store_is_not_opened_if_nothing_can_be_known_of_it(
    database_url: str, tmp_path: Path
) -> None:
    (tmp_path / "known").write_text("a file where the folder should be")
    with pytest.raises(KnownUnwritable, match="CHEGUAN_KNOWN_DIR"):
        async with open_store(database_url, known=tmp_path / "known"):
            raise AssertionError


async def test_what_is_known_outlives_a_store_that_goes_away(
    place: Installation,
) -> None:
    await place.append(1)
    with backup(place.server, place.url) as older:
        async with place.open() as store:
            answered = await store.append(pending(uuid4(), after=0, count=3))
            assert answered == Appended(5)
            restore(place.server, place.url, older)
    known = KnownFile(place.folder).load()
    assert known is not None
    assert known.position == 5


async def test_a_database_that_is_being_restored_is_not_written_to(place: Installation) -> None:
    await place.append(1)
    async with place.connected() as connection:
        await connection.execute("DELETE FROM store_epoch")
    async with place.open() as store:
        with pytest.raises(StoreReadOnly) as closed:
            await store.append(pending(uuid4(), after=0))
        assert closed.value.difference is Difference.EPOCH_BEHIND


async def test_acknowledgements_wait_while_the_folder_cannot_be_written(
    place: Installation, caplog: pytest.LogCaptureFixture
) -> None:
    log = place.folder / "acknowledged.log"

    async def complained() -> bool:
        return "cannot be kept" in caplog.text

    async with place.open() as store:
        log.mkdir(parents=True)
        asked = pending(uuid4(), after=0)
        assert isinstance(await store.append(asked), Appended)
        await until(complained)
        log.rmdir()
    assert [done.command for done in Journal(place.folder).read()] == [asked.command_id]
