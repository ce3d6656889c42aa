"""Several statements in one round trip, without a cursor and a wait for each.

psycopg's pipeline waits for the socket before every statement, and an appender would pay
for that in each of its batches. Here all statements are written at once, and their results
are read when they come.
"""

import asyncio
from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

from psycopg import AsyncConnection, OperationalError
from psycopg.errors import error_from_result
from psycopg.pq import ConnStatus, ExecStatus, Format
from psycopg.pq.abc import PGconn, PGresult

from domain.failpoints import ARMED

_FAILED: Final = frozenset({ExecStatus.FATAL_ERROR, ExecStatus.PIPELINE_ABORTED})


class Prepared(NamedTuple):
    """A statement, by the name it was prepared under. Parameters and results are binary."""

    name: bytes
    parameters: Sequence[bytes]


async def round_trip(
    connection: AsyncConnection[Any], statements: Iterable[bytes | Prepared]
) -> list[PGresult]:
    """Returns the result of each statement, or raises what the first failure means.

    What follows a failure does not run. The connection must be idle, and nobody else may use
    it meanwhile. After a cancellation, or an error that is not the statement's own, it is of
    no further use.
    """
    send(connection, statements)
    try:
        return await results(connection)
    finally:
        if connection.pgconn.status == ConnStatus.OK:
            connection.pgconn.exit_pipeline_mode()


def send(connection: AsyncConnection[Any], statements: Iterable[bytes | Prepared]) -> None:
    """Sends a group of statements, whose results :func:`results` reads.

    A failure skips the rest of its group. Other groups may be under way, so the connection
    stays in pipeline mode. Every packet wakes the server, so the statements travel together;
    each goes alone only where a fail point may lie between two of them.
    """
    pgconn = connection.pgconn
    pgconn.enter_pipeline_mode()
    for statement in statements:
        if isinstance(statement, bytes):
            pgconn.send_query_params(statement, None)
        else:
            formats = [Format.BINARY] * len(statement.parameters)
            pgconn.send_query_prepared(statement.name, statement.parameters, formats, Format.BINARY)
        if ARMED:
            pgconn.flush()
    pgconn.pipeline_sync()
    pgconn.flush()


async def results(connection: AsyncConnection[Any]) -> list[PGresult]:
    """Reads the results of the first group that nobody has read.

    Raises what the first failure of the group means.
    """
    found = await _results(connection.pgconn)
    for result in found:
        if result.status in _FAILED:
            raise error_from_result(result)
    return found


async def _results(pgconn: PGconn) -> list[PGresult]:
    """Reads up to the end of the group, or to the failure that ended the connection."""
    results: list[PGresult] = []
    while pgconn.flush():
        await _ready(pgconn, writing=True)
        pgconn.consume_input()
    while True:
        try:
            while pgconn.is_busy():
                await _ready(pgconn)
                pgconn.consume_input()
        except OperationalError:
            if any(result.status == ExecStatus.FATAL_ERROR for result in results):
                return results
            raise
        result = pgconn.get_result()
        if result is None:
            continue
        if result.status == ExecStatus.PIPELINE_SYNC:
            return results
        results.append(result)


async def _ready(pgconn: PGconn, *, writing: bool = False) -> None:
    """Waits until there is something to read, or, when ``writing``, also room to write."""
    loop, socket = asyncio.get_running_loop(), pgconn.socket
    ready = loop.create_future()
    loop.add_reader(socket, _wake, ready)
    if writing:
        loop.add_writer(socket, _wake, ready)
    try:
        await ready
    finally:
        loop.remove_reader(socket)
        if writing:
            loop.remove_writer(socket)


def _wake(ready: asyncio.Future[None]) -> None:
    if not ready.done():
        ready.set_result(None)
