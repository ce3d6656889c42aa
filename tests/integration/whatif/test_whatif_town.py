"""A town is asked what other decisions than those of the announcement had made of it."""

import asyncio
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import msgspec
import pytest
from psycopg.errors import ReadOnlySqlTransaction

from cheguan.whatif import outcome, stored
from cheguan.whatif.case_replay import would_be
from cheguan.whatif.decided_world import decided_world
from cheguan.whatif.decision_file import FileUnfit, read_decisions
from cheguan.whatif.decision_text import written
from cheguan.whatif.entries import DecisionSet
from cheguan.whatif.example import EXAMPLE
from cheguan.whatif.figures import NONE
from cheguan.whatif.table import difference
from domain.aggregates import CODEC
from domain.case.case import CASE
from domain.event_store.connection import connect
from domain.event_store.transaction import Connection
from domain.message import Event
from domain.offices.tree import REGIONS
from domain.prefectures.step import Step
from domain.recorded_event import RecordedEvent
from tests.kit.whatif_town import LUOYANG, ToldTown


async def _counted_from_the_log(url: str) -> dict[str, int]:
    """By city, what the read model of the caseload says."""
    connection = await connect(url)
    try:
        cursor = await connection.execute(
            "SELECT left(office, 4) || '00', count(*) FROM projections.caseload"
            " WHERE stage = 'completed' GROUP BY 1"
        )
        return {code.replace("419000", "419001"): n for code, n in await cursor.fetchall()}
    finally:
        await connection.close()


async def test_the_decisions_that_were_taken_reproduce_what_was(town: ToldTown) -> None:
    found = await town.under(written(town.taken))
    cities = found.comparison.cities
    assert list(cities) == sorted(REGIONS)
    assert {code: city.would_be for code, city in cities.items()} == {
        code: city.was for code, city in cities.items()
    }
    assert not found.changes
    assert found.comparison.unread == 0
    handled = {code: city.was.handled for code, city in cities.items() if city.was.handled}
    assert handled == await _counted_from_the_log(town.url)
    whole = [sum(column) for column in zip(*(city.was for city in cities.values()), strict=True)]
    assert min(whole) > 10


async def test_they_reproduce_each_event_of_each_case_at_its_instant(town: ToldTown) -> None:
    """Found anew by the model, and not copied: cases that need a window are told again."""
    text, again = written(town.taken), 0
    async with stored.unchanging(town.url) as connection:
        was = (await stored.decisions_taken(connection, CODEC)).world
        would = decided_world(was, read_decisions(text)).world
        until = await stored.last_instant(connection, CODEC)
        assert until is not None
        async for history in stored.histories(connection, CODEC):
            assert history is not None
            if CODEC.of[type(history[0].event)] is CASE:
                told = would_be(history, was, would, until)
                again += told.history is not history
                assert _by_instant(told.history) == _by_instant(history)
    assert again > 40


def _by_instant(history: Sequence[RecordedEvent]) -> list[tuple[datetime, str]]:
    """As they are read from the store, whoever has made them."""
    return sorted((each.at, repr(_as_stored(each.event))) for each in history)


def _as_stored(event: Event) -> Event:
    return msgspec.convert(msgspec.to_builtins(event), type(event))


async def test_a_week_earlier_in_one_city_holds_fewer_there_and_changes_nothing_elsewhere(
    town: ToldTown,
) -> None:
    earlier = town.of_luoyang(date(2020, 2, 17))
    found = await town.under(earlier)
    changed = {
        code: difference(city)
        for code, city in found.comparison.cities.items()
        if city.was != city.would_be
    }
    assert found.changes
    assert changed.keys() == {LUOYANG}
    assert changed[LUOYANG].held_days < 0
    assert changed[LUOYANG].handled == changed[LUOYANG].passed == 0


async def test_a_month_later_holds_more_and_less_is_handled_by_then(town: ToldTown) -> None:
    later = town.of_luoyang(date(2020, 3, 3))
    found = await town.under(later, date(2020, 3, 2))
    city = found.comparison.cities[LUOYANG]
    assert difference(city).handled < 0 < difference(city).held_days


async def test_a_city_that_stays_closed_keeps_waiting_who_came_to_its_windows(
    town: ToldTown,
) -> None:
    suspended = EXAMPLE.split("[[decision]]")[1]
    found = await town.under(f"[[decision]]{suspended}")
    changed = {
        code: difference(city)
        for code, city in found.comparison.cities.items()
        if city.was != city.would_be
    }
    assert changed.keys() == {LUOYANG}
    assert changed[LUOYANG].handled < 0 < changed[LUOYANG].held
    assert changed[LUOYANG].held_days > 90 * changed[LUOYANG].held


async def test_without_the_reliefs_more_deadlines_pass_and_no_case_is_another(
    town: ToldTown,
) -> None:
    found = await town.under("relief = []\n")
    more = [difference(city) for city in found.comparison.cities.values()]
    assert sum(each.passed for each in more) > 20
    assert min(each.passed for each in more) >= 0
    assert {each._replace(passed=0) for each in more} == {NONE}


async def test_what_the_rules_refuse_is_told_and_nothing_is_counted(town: ToldTown) -> None:
    text = town.of_luoyang(date(2020, 2, 24), Step.THIRD)
    with pytest.raises(FileUnfit) as unfit:
        await town.under(text)
    assert {each.rule for each in unfit.value.defects} >= {"step-out-of-order"}


async def test_ctrl_c_in_the_middle_leaves_nothing_behind(town: ToldTown) -> None:
    """It cancels the task that reads, after the first stream."""
    connection = await connect(town.url)
    try:
        before = await _left(connection)
        nothing = DecisionSet([], [])

        def stop(done: int, of: int) -> None:
            reading.cancel()

        reading = asyncio.create_task(outcome.outlook(town.url, CODEC, nothing, "", None, stop))
        with pytest.raises(asyncio.CancelledError):
            await reading
        assert await _left(connection) == before
        await town.under("relief = []\n")
        assert await _left(connection) == before
    finally:
        await connection.close()


async def _left(connection: Connection) -> list[Any]:
    """Every table of every schema, and how many events there are."""
    cursor = await connection.execute(
        "SELECT array_agg(oid::text ORDER BY oid), (SELECT count(*) FROM stored_events)"
        " FROM pg_class WHERE relkind = 'r' AND relpersistence <> 't'"
    )
    return await cursor.fetchall()


async def test_the_sight_of_the_store_can_write_nothing(town: ToldTown) -> None:
    async with stored.unchanging(town.url) as connection:
        with pytest.raises(ReadOnlySqlTransaction):
            await connection.execute("CREATE TABLE anything ()")
