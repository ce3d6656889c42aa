"""A case that cannot be folded is parked; all others go on, and it comes back whole."""

import asyncio
import dataclasses
from collections.abc import Sequence
from typing import Any
from uuid import uuid5

import pytest

from cheguan.processes import in_processes
from cheguan.registry import REGISTRY
from domain.aggregates import CODEC
from domain.case.intake.events import CaseAccepted
from domain.case.vocabulary import CaseEvent
from domain.event_store.pending import Pending, StreamWrite
from domain.event_store.store import open_store
from domain.event_store.transaction import Connection
from projections.caseload.row import CASELOAD
from projections.engine.feed import StoreFeed
from projections.engine.log_reader import Read
from projections.engine.parking import parked
from projections.engine.parts import Folding, one_by_one
from projections.engine.projection import Projection
from projections.engine.projector import Projector
from projections.engine.rebuild import rebuild
from projections.engine.replay import replay
from projections.engine.standing import standing
from projections.throughput.contribution import THROUGHPUT
from projections.throughput.row import Counted
from projections.tracking.row import TRACKING
from tests.kit.histories import lives
from tests.kit.projected import ALL, OF_CASES, digests, filled, project, rows

TOLD = lives(9)
SICK = TOLD[7]
NAMES = [projection.name for projection in OF_CASES]
FOURTH = "originator_id = %s AND originator_version = 4"


async def spoil(connection: Connection, by: str) -> bytes:
    """Change the fourth event of one case in the log; its bytes as they were."""
    cursor = await connection.execute(
        f"SELECT state FROM stored_events WHERE {FOURTH}".encode(), (SICK.case,)
    )
    [(state,)] = await cursor.fetchall()
    await put(connection, by.encode() if by else nul_in(state))
    return bytes(state)


def nul_in(state: bytes) -> bytes:
    """The id of an officer with a character that no text column takes."""
    assert b'"reviewer"' in state
    return state.replace(b'"reviewer":"', b'"reviewer":"\\u0000')


async def put(connection: Connection, state: bytes) -> None:
    await connection.execute(
        f"UPDATE stored_events SET state = %s WHERE {FOURTH}".encode(), (state, SICK.case)
    )


async def position_of_fourth(connection: Connection) -> int:
    cursor = await connection.execute(
        f"SELECT notification_id FROM stored_events WHERE {FOURTH}".encode(), (SICK.case,)
    )
    return int((await cursor.fetchall())[0][0])


async def stopped(connection: Connection) -> list[tuple[Any, ...]]:
    """The parked cases without the moment it happened."""
    return [case[:-1] for case in await parked(connection, NAMES)]


@pytest.mark.parametrize(
    ("spoiled", "batch"),
    [("no json", 1), ("no json", 1000), ("{}", 20), ('{"event":{"type":"NeverHeardOf"}}', 20)],
)
async def test_an_event_that_cannot_be_decoded_parks_its_case_alone(
    spoiled: str, batch: int, database_url: str, connection: Connection
) -> None:
    await filled(database_url, TOLD)
    whole = await spoil(connection, spoiled)
    await project(database_url, batch)
    found = await parked(connection, NAMES)
    assert {case.projection for case in found} == set(NAMES)
    for case in found:
        assert (case.stream, case.position) == (SICK.case, await position_of_fourth(connection))
        assert case.waiting == len(SICK.envelopes) - 4
        assert (await standing(connection, case.projection)).parked == 1
    shown = {row.stream: row for row in await rows(connection, TRACKING)}
    assert shown[SICK.case].version == 3
    assert all(shown[life.case].stage == life.state.stage for life in TOLD if life is not SICK)
    await put(connection, whole)
    await assert_healed(database_url, connection)


async def assert_healed(url: str, connection: Connection) -> None:
    """After a replay every read model is that of a clean fold."""
    for projection in ALL:
        await replay(url, projection, CODEC)
    assert await parked(connection, NAMES) == []
    live = await digests(connection)
    for projection in ALL:
        assert await rebuild(url, projection, CODEC) == (live[projection.name],) * 2
    assert len(await rows(connection, TRACKING)) == len(TOLD)


@pytest.mark.parametrize("batch", [20, 1000])
async def test_a_row_that_no_column_takes_parks_its_case_alone(
    batch: int, database_url: str, connection: Connection
) -> None:
    await filled(database_url, TOLD)
    whole = await spoil(connection, "")
    await project(database_url, batch)
    [case] = await parked(connection, NAMES)
    assert (case.projection, case.stream) == ("caseload", SICK.case)
    assert case.position == await position_of_fourth(connection)
    assert case.waiting == len(SICK.envelopes) - 4
    shown = {row.stream: row for row in await rows(connection, CASELOAD)}
    assert shown[SICK.case].version == 3
    assert len(shown) == len(TOLD)
    await put(connection, whole)
    await assert_healed(database_url, connection)


async def test_a_reference_that_another_case_has_parks_the_later_one(
    database_url: str, connection: Connection
) -> None:
    await filled(database_url, TOLD)
    first, second = TOLD[3], TOLD[4]
    swap = (
        "UPDATE stored_events SET state ="
        " convert_to(replace(convert_from(state, 'UTF8'), %s, %s), 'UTF8')"
        " WHERE originator_id = %s AND originator_version = 1"
    )
    change = (second.state.reference, first.state.reference)
    await connection.execute(swap.encode(), (*change, second.case))
    await project(database_url)
    [case] = await parked(connection, NAMES)
    assert (case.projection, case.stream, case.error) == (
        "tracking",
        second.case,
        "UniqueViolation",
    )
    assert len(await rows(connection, TRACKING)) == len(TOLD) - 1
    await connection.execute(swap.encode(), (*reversed(change), second.case))
    await replay(database_url, TRACKING, CODEC)
    assert await parked(connection, NAMES) == []
    before, after = await rebuild(database_url, TRACKING, CODEC)
    assert before == after


def with_a_mistake(at: type[CaseEvent]) -> Projection[Counted]:
    """The throughput as a program folds it that cannot take events of this class."""

    def fold(row: Counted | None, history: Sequence[Read]) -> Counted | None:
        for recorded in history:
            if row and row.stream == SICK.case and isinstance(recorded.envelope.event, at):
                raise ZeroDivisionError
            row = THROUGHPUT.fold(row, [recorded])
        return row

    return dataclasses.replace(THROUGHPUT, fold=fold)


async def test_a_mistake_in_a_fold_is_put_right_and_counts_once(
    database_url: str, connection: Connection
) -> None:
    mistaken = with_a_mistake(CaseAccepted)
    await filled(database_url, TOLD)
    projector = Projector(database_url, StoreFeed(database_url, CODEC), [mistaken], batch=20)
    await projector.catch_up()
    await projector.close()
    [case] = await parked(connection, NAMES)
    assert (case.projection, case.stream, case.error) == (
        "throughput",
        SICK.case,
        "ZeroDivisionError",
    )
    [again] = await replay(database_url, mistaken, CODEC, SICK.case)
    assert again.stopped is not None
    assert again.stopped[:-1] == case[:-1]
    await asyncio.gather(*(replay(database_url, THROUGHPUT, CODEC) for _ in range(3)))
    assert await parked(connection, NAMES) == []
    before, after = await rebuild(database_url, THROUGHPUT, CODEC)
    assert before == after


@pytest.mark.parametrize("folding", [one_by_one, in_processes(2, REGISTRY.path)])
async def test_a_rebuild_parks_the_same_cases_at_the_same_events(
    database_url: str, connection: Connection, folding: Folding
) -> None:
    await filled(database_url, TOLD)
    await spoil(connection, "no json")
    await project(database_url, 20)
    found = await stopped(connection)
    live = await digests(connection)
    for projection in ALL:
        again = await rebuild(database_url, projection, CODEC, folding=folding, size=10)
        assert again == (live[projection.name],) * 2
    assert await stopped(connection) == found


async def test_who_follows_the_log_takes_up_a_case_that_was_replayed(
    database_url: str, connection: Connection
) -> None:
    """It remembers rows and parked cases, and a replay is not its own doing."""
    later = SICK.envelopes[-2:]
    del SICK.envelopes[-2:]
    try:
        await filled(database_url, TOLD)
    finally:
        SICK.envelopes += later
    whole = await spoil(connection, "no json")
    projector = Projector(database_url, StoreFeed(database_url, CODEC), ALL, batch=20)
    await projector.catch_up()
    await put(connection, whole)
    for projection in ALL:
        await replay(database_url, projection, CODEC)
    async with open_store(database_url, CODEC) as store:
        write = StreamWrite(SICK.case, len(SICK.envelopes) - 2, tuple(later))
        await store.append(Pending(uuid5(SICK.case, "later"), bytes(32), b"{}", (write,)))
    assert await projector.catch_up() == 2
    await projector.close()
    shown = {row.stream: row for row in await rows(connection, TRACKING)}
    assert shown[SICK.case].version == len(SICK.envelopes)
    await assert_healed(database_url, connection)


async def test_nothing_of_the_failure_but_its_class_is_kept(
    database_url: str, connection: Connection
) -> None:
    await filled(database_url, TOLD)
    await spoil(connection, '{"event":{"type":"Zhang San, 13800000000"}}')
    await project(database_url)
    for case in await parked(connection, NAMES):
        assert case.error == "ValidationError"
