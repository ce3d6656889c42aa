"""What a refusal means to a reaction: done, later, something else instead, or a stop."""

import logging
from collections.abc import AsyncIterator
from uuid import uuid4

import pytest

from domain.event_store.reactions.postponed import again, due, retry
from domain.event_store.transaction import Connection
from tests.kit.lanterns.lantern import CURSED, TRIES, Condition
from tests.kit.lanterns.tower import ALL, EACH, Tower, tower
from tests.kit.payment import set_back


@pytest.fixture
async def place(database_url: str, connection: Connection) -> AsyncIterator[Tower]:
    async with tower(database_url, connection) as opened:
        yield opened


@pytest.fixture
def tries_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reaction that was stopped does not rest."""
    monkeypatch.setattr("workers.reactions.courses.RESTS_S", 0.0)


async def test_each_cause_has_its_consequence_once_whatever_is_forgotten(place: Tower) -> None:
    first, second = await place.hang(2)
    bells = [await place.ring(first, second) for _ in range(5)]
    for _ in range(3):
        await place.react()
        await set_back(place.connection)
    assert await place.flashes(first) == await place.flashes(second) == bells


async def test_one_stream_sees_its_causes_in_their_order(place: Tower) -> None:
    (lantern,) = await place.hang(1)
    bells = [await place.ring(lantern) for _ in range(150)]
    await place.react()
    assert await place.flashes(lantern) == bells


async def test_a_stream_that_has_not_begun_is_no_obstacle(place: Tower) -> None:
    lantern = uuid4()
    bell = await place.ring(lantern)
    await place.react()
    assert await place.flashes(lantern) == [bell]


async def test_where_nothing_is_left_to_do_the_reaction_goes_on(place: Tower) -> None:
    gone, fine = await place.hang(2)
    await place.set(Condition.GONE, gone)
    bell = await place.ring(gone, fine)
    await place.react()
    assert (await place.flashes(gone), await place.flashes(fine)) == ([], [bell])
    stands = await place.stands(EACH)
    assert (stands.behind, stands.postponed, stands.stopped) == (0, 0, None)


async def test_what_may_be_granted_later_waits_and_all_else_goes_on(place: Tower) -> None:
    wet, fine = await place.hang(2)
    await place.set(Condition.WET, wet)
    first = await place.ring(wet, fine)
    second = await place.ring(wet)
    third = await place.ring(fine)
    await place.react()
    assert (await place.flashes(wet), await place.flashes(fine)) == ([], [first, third])
    stands = await place.stands(EACH)
    assert (stands.behind, stands.postponed, stands.given_up) == (0, 2, 0)
    await place.set(Condition.FINE, wet)
    fourth = await place.ring(wet)
    await place.react()
    assert await place.flashes(wet) == [], "what came later waits behind what is postponed"
    for _ in range(3):
        await place.due_now()
        await place.react()
    assert await place.flashes(wet) == [first, second, fourth]
    assert (await place.stands(EACH)).postponed == 0


async def test_what_is_postponed_survives_a_lost_place(place: Tower) -> None:
    (wet,) = await place.hang(1, Condition.WET)
    bell = await place.ring(wet)
    for _ in range(2):
        await place.react()
        await set_back(place.connection)
    assert (await place.stands(EACH)).postponed == 1
    await place.set(Condition.FINE, wet)
    for _ in range(2):
        await place.due_now()
        await place.react()
        await set_back(place.connection)
    assert await place.flashes(wet) == [bell]
    await place.due_now()
    await place.react()
    assert (await place.stands(EACH)).postponed == 0


async def test_it_is_given_up_in_view_of_everybody(
    place: Tower, caplog: pytest.LogCaptureFixture
) -> None:
    (wet,) = await place.hang(1, Condition.WET)
    bell = await place.ring(wet)
    await place.react()
    for _ in range(TRIES):
        await place.due_now()
        await place.react()
    stands = await place.stands(EACH)
    assert (stands.postponed, stands.given_up) == (1, 1)
    assert f"given up for {wet} after {TRIES} tries: lantern-wet" in caplog.text
    await place.set(Condition.FINE, wet)
    await place.due_now()
    await place.react()
    assert await place.flashes(wet) == [], "nobody tries it any more"
    assert await retry(place.connection, [EACH]) == 1
    await place.react()
    assert await place.flashes(wet) == [bell]


async def test_it_is_tried_after_twice_the_time_at_most_an_hour(place: Tower) -> None:
    (wet,) = await place.hang(1, Condition.WET)
    await place.ring(wet)
    await place.react()
    waits = [await waits_s(place)]
    for tries in (0, 1, 5, 10, 11, 2000):
        await place.connection.execute(
            "UPDATE reaction_postponed SET tries = %s, again_at = clock_timestamp()", (tries,)
        )
        (first,) = await due(place.connection, [EACH], 1)
        await again(place.connection, first, "lantern-wet")
        waits.append(await waits_s(place))
    assert waits == [1, 2, 4, 64, 2048, 3600, 3600]


async def waits_s(place: Tower) -> int:
    """So many seconds until the next try."""
    cursor = await place.connection.execute(
        "SELECT round(extract(epoch FROM again_at - clock_timestamp())) FROM reaction_postponed"
    )
    return int((await cursor.fetchall())[0][0])


async def test_something_else_is_done_instead_and_never_both(place: Tower) -> None:
    (broken,) = await place.hang(1, Condition.BROKEN)
    bell = await place.ring(broken)
    await place.react()
    assert await place.events(bell) == ["BellRung", "BellMuffled"]
    await place.set(Condition.FINE, broken)
    await set_back(place.connection)
    await place.react()
    assert await place.events(bell) == ["BellRung", "BellMuffled"]
    assert await place.flashes(broken) == []


async def test_what_was_done_is_not_done_otherwise_afterwards(place: Tower) -> None:
    (lantern,) = await place.hang(1)
    bell = await place.ring(lantern)
    await place.react()
    await place.set(Condition.BROKEN, lantern)
    await set_back(place.connection)
    await place.react()
    assert await place.events(bell) == ["BellRung"]
    assert await place.flashes(lantern) == [bell]


async def test_a_refusal_that_nobody_has_foreseen_stops_that_reaction_alone(
    place: Tower, caplog: pytest.LogCaptureFixture
) -> None:
    before, locked, after = await place.hang(3)
    await place.set(Condition.LOCKED, locked)
    await place.fold()
    first = await place.ring(before)
    await place.ring(locked)
    await place.ring(after)
    await place.react()
    stands = await place.stands(EACH)
    assert stands.stopped == "lantern-locked"
    assert await place.flashes(before) == [first]
    assert (await place.stands(ALL)).position > stands.position, "the other goes on"
    assert f"reaction {EACH} stands still at position {stands.position + 1}" in caplog.text


async def test_a_stopped_reaction_goes_on_by_itself_once_nothing_is_in_its_way(
    place: Tower, tries_at_once: None
) -> None:
    locked, fine = await place.hang(2)
    await place.set(Condition.LOCKED, locked)
    bells = [await place.ring(locked), await place.ring(fine)]
    async with place.reactor() as reactor:
        await reactor.catch_up()
        assert (await place.stands(EACH)).stopped == "lantern-locked"
        await place.set(Condition.FINE, locked)
        await reactor.catch_up()
    stands = await place.stands(EACH)
    assert (stands.stopped, stands.behind) == (None, 0)
    assert [await place.flashes(locked), await place.flashes(fine)] == [[bells[0]], [bells[1]]]


async def test_while_it_rests_a_stopped_reaction_asks_nobody(
    place: Tower, caplog: pytest.LogCaptureFixture
) -> None:
    (locked,) = await place.hang(1, Condition.LOCKED)
    await place.ring(locked)
    async with place.reactor() as reactor:
        for _ in range(5):
            await reactor.step()
    assert caplog.text.count("stands still") == 1


async def test_a_fault_of_ours_stops_the_reaction_and_shows(
    place: Tower, caplog: pytest.LogCaptureFixture
) -> None:
    (lantern,) = await place.hang(1)
    first = await place.ring(lantern)
    await place.ring(lantern, bell=CURSED)
    await place.react()
    assert (await place.stands(EACH)).stopped == "ArithmeticError"
    assert await place.flashes(lantern) == [first]
    (told,) = [each for each in caplog.records if each.exc_info]
    assert told.levelno == logging.ERROR


async def test_two_commands_to_one_stream_would_lose_one(place: Tower) -> None:
    (lantern,) = await place.hang(1)
    await place.ring(lantern, lantern)
    await place.react()
    assert (await place.stands(EACH)).stopped == "ValueError"
    assert await place.flashes(lantern) == []
