"""What a connection does not say by itself: that it is gone, hangs, or committed here only."""

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
    """Whether nobody has closed it meanwhile. Costs no round trip.

    On an idle connection nothing is to be read until the server ends it, or tells of a
    changed setting, which is as good a moment to connect again.
    """
    if connection is None or connection.closed:
        return False
    idle = select.poll()
    idle.register(connection.fileno(), select.POLLIN)
    return not idle.poll(0)


async def check_usable(connection: Connection) -> None:
    """For a pool: raises ``OperationalError`` for a connection that it should replace.

    Closed before, because a pool keeps what looks idle.
    """
    if not usable(connection):
        await connection.close()
        raise psycopg.OperationalError("closed by the server")


@contextmanager
def cut_after(connection: Connection, seconds: float) -> Iterator[None]:
    """Shut the socket under a statement that lasts longer: it fails as on a lost connection.

    Neither the operating system nor the server ends the wait when a network, or a stopped
    server behind one that answers, swallows what is sent. Nothing is cancelled in the
    server: a commit that hangs there is left to finish.
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
    """Committed here, but the wait for the standby was cancelled (trust.md F10)."""


@contextmanager
def replicated(connection: Connection) -> Iterator[None]:
    """Raise :class:`Unreplicated` if the server warns of anything: its commit then only looks done.

    A cancelled wait for synchronous replication is a warning after which ``COMMIT`` succeeds.
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
