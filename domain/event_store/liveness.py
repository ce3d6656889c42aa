"""Finds out what a connection does not say: that it is gone, hangs, or committed here only."""

import asyncio
import os
import select
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import psycopg
from psycopg.errors import Diagnostic

from domain.event_store.transaction import Connection


def usable(connection: Connection | None) -> bool:
    """Whether nobody has closed the connection meanwhile. Costs no round trip.

    An idle connection has something to be read only if the server has ended it, or tells of
    a changed setting. Either is a good moment to connect again.
    """
    if connection is None or connection.closed:
        return False
    idle = select.poll()
    idle.register(connection.fileno(), select.POLLIN)
    return not idle.poll(0)


async def check_usable(connection: Connection) -> None:
    """Raises ``OperationalError`` for a connection that a pool should replace.

    The connection is closed before that, because a pool keeps one that looks idle.
    """
    if not usable(connection):
        await connection.close()
        raise psycopg.OperationalError("closed by the server")


@contextmanager
def cut_after(connection: Connection, seconds: float) -> Iterator[None]:
    """Shuts the socket under a statement that lasts longer, which then fails as if it were lost.

    A network, or a stopped server behind one that answers, may swallow what is sent, and
    then neither the operating system nor the server ends the wait. Nothing is cancelled in
    the server: a commit that hangs there is left to finish.
    """
    loop = asyncio.get_running_loop()
    cutting = loop.call_later(seconds, _shut, connection)
    try:
        yield
    finally:
        cutting.cancel()


def _shut(connection: Connection) -> None:
    if connection.closed:
        return
    with suppress(OSError), socket.socket(fileno=os.dup(connection.fileno())) as shared:
        shared.shutdown(socket.SHUT_RDWR)


class Unreplicated(Exception):
    """The commit was done here, but the wait for the standby was cancelled."""


@contextmanager
def replicated(connection: Connection) -> Iterator[None]:
    """Raises :class:`Unreplicated` if the server warns of anything.

    When the wait for synchronous replication is cancelled, ``COMMIT`` succeeds with a warning.
    """
    warnings: list[str | None] = []

    def noticed(notice: Diagnostic) -> None:
        if notice.severity_nonlocalized == "WARNING":
            warnings.append(notice.sqlstate)

    connection.add_notice_handler(noticed)
    try:
        yield
    finally:
        connection.remove_notice_handler(noticed)
    if warnings:
        raise Unreplicated
