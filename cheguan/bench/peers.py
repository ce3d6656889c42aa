"""The servers of a comparison. All of them are up while any of them is measured."""

import socket
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Final, NamedTuple

from cheguan.bench.scratch import Scratch
from cheguan.bench.server import READY, Kind
from cheguan.itself import again, same_files

HOST: Final = "127.0.0.1"
_END_WITHIN_S: Final = 15


class ServerDidNotStart(Exception):
    """A server did not start. What it said stands above, on the standard error."""


class Fleet(NamedTuple):
    """A server, as so many processes."""

    kind: Kind
    processes: int


class Peer(NamedTuple):
    """A fleet that is up and has a port of its own."""

    fleet: Fleet
    port: int


@contextmanager
def peers(base: Scratch, fleets: Sequence[Fleet]) -> Iterator[tuple[Peer, ...]]:
    """Runs the servers while the context is open. They are ready when it begins.

    The kernel spreads new connections over the processes of a server. They start one after
    another, because the library's would trip over each other's tables.
    """
    with ExitStack() as stack:
        yield tuple(_peer(base, fleet, stack) for fleet in fleets)


def _peer(base: Scratch, fleet: Fleet, stack: ExitStack) -> Peer:
    port = 0
    for _ in range(fleet.processes):
        with socket.create_server((HOST, port), backlog=1024, reuse_port=True) as listening:
            port = listening.getsockname()[1]
            process = subprocess.Popen(
                again("cheguan.bench.server", fleet.kind, str(listening.fileno())),
                env={**base.environment(), **same_files()},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                pass_fds=(listening.fileno(),),
                start_new_session=True,
            )
        stack.callback(_end, process)
        assert process.stdout
        if process.stdout.readline() != READY:
            raise ServerDidNotStart(fleet.kind)
    return Peer(fleet, port)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends the server by ending its input."""
    assert process.stdin
    assert process.stdout
    process.stdin.close()
    try:
        process.wait(_END_WITHIN_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    process.stdout.close()
