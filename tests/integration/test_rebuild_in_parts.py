"""The log folded again in parts, here and in other processes; and what ends one of them."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncGenerator, Sequence
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from itertools import pairwise
from multiprocessing import active_children
from typing import Any

import psutil
import pytest
from psycopg.errors import UndefinedTable
from psycopg.sql import SQL, Identifier

from cheguan.processes import in_processes
from cheguan.registry import REGISTRY
from domain.aggregates import CODEC
from domain.case.case import CASE
from domain.event_store.log import last_position
from domain.event_store.transaction import Connection
from projections.engine.digest import digest
from projections.engine.parts import Folding, Part, boundaries, fold_part, one_by_one
from projections.engine.projection import Projection
from projections.engine.rebuild import BeingRebuilt, rebuild
from projections.throughput.contribution import THROUGHPUT
from projections.tracking.row import TRACKING
from tests.kit.locks import someone_waits
from tests.kit.projected import ALL, LIVES, OF_CASES, digests, figures, filled, project, rows
from tests.kit.waiting import until

_SIZE = 20
HERE = REGISTRY.path
_SHADOWS = "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'projections_rebuild%'"
_PARENT = """
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from os import getpid
from cheguan.processes import begin
pool = ProcessPoolExecutor(1, get_context("spawn"), initializer=begin, initargs=(None,))
print(pool.submit(getpid).result(), flush=True)
sys.stdin.read()
"""


async def _shadows(connection: Connection) -> list[str]:
    cursor = await connection.execute(_SHADOWS)
    return [name for (name,) in await cursor.fetchall()]


async def test_parts_have_every_case_once(database_url: str, connection: Connection) -> None:
    await filled(database_url)
    await project(database_url)
    upto = await last_position(connection)
    between = await boundaries(connection, CODEC, [CASE], upto, _SIZE)
    assert len(between) > 4
    assert all(first < end for first, end in pairwise(between))
    cases = {row.stream for row in await rows(connection, TRACKING)}
    assert len(cases) == len(LIVES)
    inside = [sum(first <= case < end for case in cases) for first, end in pairwise(between)]
    assert sum(inside) == len(cases)
    assert max(inside) < len(cases)


@pytest.mark.parametrize("folding", [one_by_one, in_processes(1, HERE), in_processes(3, HERE)])
async def test_parts_are_the_read_model(
    database_url: str, connection: Connection, folding: Folding
) -> None:
    await filled(database_url)
    await project(database_url)
    live = await digests(connection)
    for projection in ALL:
        told: list[int] = []

        def tell(done: int, of: int, told: list[int] = told) -> None:
            told.append(done)

        digests_of_both = await rebuild(database_url, projection, CODEC, tell, folding, _SIZE)
        assert digests_of_both == (live[projection.name],) * 2
        assert len(told) > 3 or projection not in OF_CASES
        assert told == sorted(told)


@pytest.mark.parametrize("projection", OF_CASES)
async def test_what_is_projected_meanwhile_is_followed(
    database_url: str, connection: Connection, projection: Projection[Any]
) -> None:
    await filled(database_url, LIVES[:10])
    await project(database_url)

    async def while_it_folds(parts: Sequence[Part]) -> AsyncGenerator[int, None]:
        async for events in one_by_one(parts):
            yield events
        await filled(database_url, LIVES[10:])
        await project(database_url)

    before, after = await rebuild(database_url, projection, CODEC, folding=while_it_folds)
    assert before == after
    assert len(await rows(connection, projection)) == len(LIVES)


async def test_a_part_that_fails_leaves_the_live_read_model(
    database_url: str, connection: Connection
) -> None:
    await filled(database_url)
    await project(database_url)
    live = await digest(connection, THROUGHPUT)

    async def half(parts: Sequence[Part]) -> AsyncGenerator[int, None]:
        async for events in one_by_one(parts[: len(parts) // 2]):
            yield events
        raise InterruptedError

    with pytest.raises(InterruptedError):
        await rebuild(database_url, THROUGHPUT, CODEC, folding=half, size=_SIZE)
    assert await digest(connection, THROUGHPUT) == live
    assert len(await _shadows(connection)) == 1
    assert await rebuild(database_url, THROUGHPUT, CODEC) == (live, live)
    assert await _shadows(connection) == []


async def test_one_rebuild_of_a_read_model_at_a_time(
    database_url: str, connection: Connection
) -> None:
    await filled(database_url)
    await project(database_url)
    live = await digests(connection)

    async def with_others(parts: Sequence[Part]) -> AsyncGenerator[int, None]:
        with pytest.raises(BeingRebuilt):
            await rebuild(database_url, THROUGHPUT, CODEC)
        assert await rebuild(database_url, TRACKING, CODEC) == (live["tracking"],) * 2
        async for events in one_by_one(parts):
            yield events

    again = await rebuild(database_url, THROUGHPUT, CODEC, folding=with_others, size=_SIZE)
    assert again == (live["throughput"],) * 2


async def test_what_a_rebuild_has_left_behind_never_reaches_the_next(
    database_url: str, connection: Connection
) -> None:
    await filled(database_url)
    await project(database_url)
    live = await digest(connection, THROUGHPUT)
    first: list[Part] = []

    async def abandoned(parts: Sequence[Part]) -> AsyncGenerator[int, None]:
        first.extend(parts)
        yield await fold_part(parts[0])
        raise InterruptedError

    async def beside_an_orphan(parts: Sequence[Part]) -> AsyncGenerator[int, None]:
        with pytest.raises(UndefinedTable):
            await fold_part(first[0])
        async for events in one_by_one(parts):
            yield events

    with pytest.raises(InterruptedError):
        await rebuild(database_url, THROUGHPUT, CODEC, folding=abandoned, size=_SIZE)
    again = await rebuild(database_url, THROUGHPUT, CODEC, folding=beside_an_orphan, size=_SIZE)
    assert again == (live, live)


async def test_no_process_outlives_a_rebuild_that_fails(database_url: str) -> None:
    await filled(database_url)
    await project(database_url)

    def fail(done: int, of: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        await rebuild(database_url, TRACKING, CODEC, fail, in_processes(2, HERE), size=_SIZE)
    assert not active_children()


async def test_a_chunk_that_another_part_has_locked_out_is_folded_again(
    database_url: str, connection: Connection
) -> None:
    await filled(database_url)
    await project(database_url)
    live = await digest(connection, THROUGHPUT)
    first, *_, last = sorted(await figures(connection))

    async def against_another(parts: Sequence[Part]) -> AsyncGenerator[int, None]:
        figure = SQL("INSERT INTO {} VALUES (%s, %s, %s, %s, %s, %s, 1)").format(
            Identifier(parts[0].span.schema, "throughput_figures")
        )
        await connection.execute("SET deadlock_timeout = '30s'")
        with suppress(InterruptedError):
            async with connection.transaction():
                await connection.execute(figure, last)
                folding = asyncio.create_task(fold_part(parts[0]))
                await until(lambda: someone_waits(connection))
                await connection.execute(figure, first)
                raise InterruptedError
        yield await folding

    again = await rebuild(database_url, THROUGHPUT, CODEC, folding=against_another)
    assert again == (live, live)


async def test_a_process_that_is_killed_ends_the_rebuild_not_the_read_model(
    database_url: str, connection: Connection
) -> None:
    await filled(database_url)
    await project(database_url)
    live = await digest(connection, TRACKING)

    def kill(done: int, of: int) -> None:
        for child in active_children():
            child.kill()

    with pytest.raises(BrokenProcessPool):
        await rebuild(database_url, TRACKING, CODEC, kill, in_processes(2, HERE), size=1)
    assert not active_children()
    assert await digest(connection, TRACKING) == live
    assert await rebuild(database_url, TRACKING, CODEC, folding=in_processes(2, HERE)) == (
        live,
        live,
    )


def test_processes_end_with_the_one_that_started_them() -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", _PARENT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert parent.stdin
    assert parent.stdout
    with parent.stdin, parent.stdout:
        child = psutil.Process(int(parent.stdout.readline()))
        parent.kill()
        parent.wait()
        child.wait(timeout=20)
