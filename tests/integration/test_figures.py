"""Figures: at every moment the sum of what the rows contribute."""

from collections import Counter
from typing import Any

from domain.case.stage import OPEN, Stage
from domain.event_store.transaction import Connection
from projections.throughput.contribution import THROUGHPUT
from projections.throughput.plain import HELD
from projections.throughput.totals import totals
from tests.kit.projected import LIVES, figures, filled, measures, project, rows


async def test_figures_are_the_sums_of_what_the_rows_contribute(
    database_url: str, connection: Connection
) -> None:
    await filled(database_url)
    for batch in (7, 50, 1000):
        await project(database_url, batch)
    expected: Counter[tuple[Any, ...]] = Counter()
    for row in await rows(connection, THROUGHPUT):
        expected.update(THROUGHPUT.contribution(row))
    assert await figures(connection) == expected


async def test_every_case_is_counted_once_where_it_stands(
    database_url: str, connection: Connection
) -> None:
    await filled(database_url)
    await project(database_url)
    counted = await measures(connection)
    assert counted["submitted"] == len(LIVES)
    stands = Counter(life.state.stage for life in LIVES)
    assert {stage: counted[HELD[stage]] for stage in OPEN} == {s: stands[s] for s in OPEN}
    assert counted["completed"] >= stands[Stage.COMPLETED]


async def test_totals_are_the_sums_of_the_figures(
    database_url: str, connection: Connection
) -> None:
    """Of every region and service, in spans of every length, live and rebuilt."""
    await filled(database_url)
    await project(database_url, batch=7)
    expected: Counter[tuple[Any, ...]] = Counter()
    for key, value in (await figures(connection)).items():
        expected.update(totals({key: value}))
    cursor = await connection.execute(
        "SELECT by, days, first, measure, region, service, value FROM projections.throughput_totals"
    )
    found = {tuple(key): value for *key, value in await cursor.fetchall() if value}
    assert found == {key: value for key, value in expected.items() if value}


async def test_what_was_counted_at_one_office_stays_there(
    database_url: str, connection: Connection
) -> None:
    """A case that goes to another office, and into the green channel, moves no earlier figure."""
    transferred = [life for life in LIVES if life.state.office == "410100.br1"]
    assert transferred
    await filled(database_url, transferred)
    await project(database_url, batch=1)
    places = {(key[1], key[4]) for key in await figures(connection)}
    assert {("410100", False), ("410100.br1", True)} <= places
    submitted = {(key[1], key[4]) for key in await figures(connection) if key[-1][:4] == "new>"}
    assert submitted == {("410100", False)}


async def test_a_reopened_case_keeps_its_earlier_decision(
    database_url: str, connection: Connection
) -> None:
    reopened = [life for life in LIVES if life.state.barred_reviewers]
    await filled(database_url, reopened)
    await project(database_url, batch=1)
    counted = await measures(connection)
    assert counted[HELD[Stage.APPROVED]] == len(reopened)
    assert counted["decided"] == 2 * len(reopened)
    assert counted["refused"] == counted["decided_against"] == len(reopened)
