"""One cause, many streams: many at a time, shown on the way, and gone on with."""

from collections.abc import AsyncIterator
from uuid import UUID

import pytest

from domain.event_store.pending import StoreUnavailable
from domain.event_store.transaction import Connection
from tests.kit.lanterns.held_door import HeldDoor
from tests.kit.lanterns.lantern import Condition
from tests.kit.lanterns.tower import ALL, CODEC, EACH, Tower, tower
from tests.kit.waiting import until
from workers.reactor import Reactor

PAGE = 4


@pytest.fixture
async def place(
    database_url: str, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Tower]:
    monkeypatch.setattr("workers.reactions.slices.PAGE", PAGE)
    async with tower(database_url, connection) as opened:
        yield opened


async def flashed(place: Tower, lanterns: list[UUID]) -> list[int]:
    return [len(await place.flashes(lantern)) for lantern in lanterns]


async def test_every_stream_has_the_consequence_once(place: Tower) -> None:
    lanterns = await place.hang(3 * PAGE + 1)
    await place.fold()
    await place.peal()
    await place.peal()
    await place.fold()
    await place.react()
    assert await flashed(place, lanterns) == [2] * len(lanterns)
    stands = await place.stands(ALL)
    assert (stands.behind, stands.done, stands.targets) == (0, 0, 0)


async def test_it_waits_until_the_read_model_has_seen_the_cause(place: Tower) -> None:
    lanterns = await place.hang(2)
    await place.peal()
    await place.react()
    assert await flashed(place, lanterns) == [0, 0]
    await place.fold()
    await place.react()
    assert await flashed(place, lanterns) == [1, 1]


async def test_it_shows_how_far_it_is_and_goes_on_there(place: Tower) -> None:
    lanterns = await place.hang(3 * PAGE)
    await place.fold()
    await place.peal()
    await place.fold()
    for pages in (1, 2):
        async with place.reactor() as reactor:
            await reactor.step()
            await reactor.settle()
        stands = await place.stands(ALL)
        assert (stands.done, stands.targets) == (pages * PAGE, 3 * PAGE)
        assert await flashed(place, lanterns) == [1] * (pages * PAGE) + [0] * (3 - pages) * PAGE
    await place.react()
    assert await flashed(place, lanterns) == [1] * len(lanterns)


async def test_a_page_that_was_not_noted_is_given_again_and_known(place: Tower) -> None:
    lanterns = await place.hang(2 * PAGE)
    await place.fold()
    await place.peal()
    await place.fold()
    async with place.reactor() as reactor:
        await reactor.step()
        await reactor.settle()
    await place.connection.execute("UPDATE reaction_position SET target = NULL, done = 0")
    await place.react()
    assert await flashed(place, lanterns) == [1] * len(lanterns)


async def test_what_comes_for_one_does_not_wait_for_many(place: Tower) -> None:
    lanterns = await place.hang(10 * PAGE)
    await place.fold()
    await place.peal()
    bell = await place.ring(lanterns[-1])
    await place.fold()
    async with place.reactor() as reactor:
        await reactor.step()
        assert await place.flashes(lanterns[-1]) == [bell]
        await reactor.settle()
        assert (await place.stands(ALL)).done == PAGE


async def test_others_go_on_while_a_page_is_on_its_way(place: Tower) -> None:
    *lanterns, other = await place.hang(PAGE + 1)
    await place.fold()
    await place.peal()
    await place.fold()
    async with place.held(lanterns[0]) as door:
        bell = await place.ring(other)

        async def followed() -> bool:
            return (await place.stands(EACH)).behind == 0

        await until(followed)
        assert await place.flashes(other) == [bell]
        assert (await place.stands(ALL)).done == 0
        door.opens.set()

        async def pealed() -> bool:
            return (await place.stands(ALL)).behind == 0

        await until(pealed)
    assert await flashed(place, [*lanterns, other]) == [*[1] * PAGE, 2]


async def test_a_reactor_that_is_told_to_stop_gives_up_its_page_and_the_next_goes_on(
    place: Tower,
) -> None:
    lanterns = await place.hang(2 * PAGE)
    await place.fold()
    await place.peal()
    await place.fold()
    async with place.held(lanterns[PAGE]):
        assert (await place.stands(ALL)).done == PAGE
    await place.react()
    assert await flashed(place, lanterns) == [1] * len(lanterns)


async def test_a_page_is_noted_before_the_reaction_rests(
    place: Tower, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workers.reactions.slices.RESTS", 1e9)
    await place.hang(2 * PAGE)
    await place.fold()
    await place.peal()
    await place.fold()
    async with place.reactor() as reactor:
        await reactor.step()
        await reactor.settle()
        while await reactor.step():
            pass
        assert (await place.stands(ALL)).done == PAGE


async def test_a_store_that_is_lost_under_a_page_is_told_to_whoever_runs_the_reactor(
    place: Tower,
) -> None:
    lanterns = await place.hang(PAGE)
    await place.fold()
    await place.peal()
    await place.fold()
    door = HeldDoor(place.door, lanterns[0], StoreUnavailable())
    async with place.reactor(door) as reactor:
        await reactor.step()
        await door.knocked.wait()
        door.opens.set()
        with pytest.raises(StoreUnavailable):
            await reactor.settle()
        await reactor.close()
        await reactor.catch_up()
    assert await flashed(place, lanterns) == [1] * PAGE


async def test_refusals_mean_the_same_to_each_stream(place: Tower) -> None:
    lanterns = await place.hang(2 * PAGE)
    await place.set(Condition.WET, lanterns[0])
    await place.set(Condition.GONE, lanterns[1])
    await place.fold()
    await place.peal()
    await place.fold()
    await place.react()
    assert await flashed(place, lanterns) == [0, 0, *[1] * (2 * PAGE - 2)]
    assert (await place.stands(ALL)).postponed == 1
    await place.set(Condition.FINE, lanterns[0])
    await place.due_now()
    await place.react()
    assert (await flashed(place, lanterns))[0] == 1


async def test_it_stops_at_the_stream_whose_refusal_nobody_has_foreseen(
    place: Tower, monkeypatch: pytest.MonkeyPatch
) -> None:
    lanterns = await place.hang(2 * PAGE)
    await place.set(Condition.LOCKED, lanterns[PAGE + 1])
    await place.fold()
    await place.peal()
    await place.fold()
    await place.react()
    stands = await place.stands(ALL)
    assert (stands.stopped, stands.done) == ("lantern-locked", PAGE + 1)
    await place.set(Condition.FINE, lanterns[PAGE + 1])
    await place.react()
    assert await flashed(place, lanterns) == [1] * len(lanterns)


async def test_somebody_must_say_which_streams_it_concerns(place: Tower) -> None:
    with pytest.raises(TypeError, match="all_lanterns_flash: nobody says which streams"):
        Reactor(place.url, CODEC, place.door)
