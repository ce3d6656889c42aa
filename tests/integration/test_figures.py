"""Figures: at every moment the sum of what the rows contribute."""

from collections import Counter
from typing import Any

from domain.case.stage import OPEN, Stage
from domain.event_store.transaction import Connection
from projections.throughput.contribution import THROUGHPUT
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
    assert {stage: counted[f"open:{stage}"] for stage in OPEN if stands[stage]} == {
        stage: stands[stage] for stage in OPEN if stands[stage]
    }
    assert counted["completed"] == stands[Stage.COMPLETED]


async def test_the_figures_of_a_case_move_with_it_to_another_office(
    database_url: str, connection: Connection
) -> None:
    transferred = [life for life in LIVES if life.state.office == "410100.br1"]
    assert transferred
    await filled(database_url, transferred)
    await project(database_url, batch=1)
    assert {(key[1], key[4]) for key in await figures(connection)} == {("410100.br1", True)}


async def test_a_reopened_case_is_open_again_and_decided_once(
    database_url: str, connection: Connection
) -> None:
    reopened = [life for life in LIVES if life.state.barred_reviewers]
    await filled(database_url, reopened)
    await project(database_url, batch=1)
    counted = await measures(connection)
    assert counted["open:approved"] == len(reopened)
    assert counted["decided"] == len(reopened)
    assert counted["refused"] == counted["decided_against"] == 0
