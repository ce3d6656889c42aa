"""Several statements in one round trip, without a cursor and a wait for each.

psycopg's pipeline waits for the socket before every statement, which an appender would
pay for each of its batches. Here all statements are written at once, and their results
read when they come.
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
    """A statement by the name it was prepared under; parameters and results are binary."""

    name: bytes
    parameters: Sequence[bytes]


async def round_trip(
    connection: AsyncConnection[Any], statements: Iterable[bytes | Prepared]
) -> list[PGresult]:
    """The result of each. Raises what the first failure means; what follows it did not run.

    The connection must be idle and nobody else may use it meanwhile. After an error
    that is not the statement's own, or a cancellation, it is of no use any more.
    """
    send(connection, statements)
    try:
        return await results(connection)
    finally:
        if connection.pgconn.status == ConnStatus.OK:
            connection.pgconn.exit_pipeline_mode()


def send(connection: AsyncConnection[Any], statements: Iterable[bytes | Prepared]) -> None:
    """A group of statements of which a failure skips the rest; :func:`results` reads theirs.

    Other groups may be under way; the connection stays in pipeline mode. Where a fail point
    may lie between two statements, each goes alone: every packet wakes the server.
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
    """Of the first group whose results nobody has read. Raises what its first failure means."""
    found = await _results(connection.pgconn)
    for result in found:
        if result.status in _FAILED:
            raise error_from_result(result)
    return found


async def _results(pgconn: PGconn) -> list[PGresult]:
    """All up to the synchronisation, or to the failure that ended the connection."""
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
    """Until there is something to be read, or also room to write."""
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
