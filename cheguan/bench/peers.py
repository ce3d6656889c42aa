"""Servers of a comparison, each of so many processes, all up while any is measured."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Final, NamedTuple

from cheguan.bench.scratch import Scratch
from cheguan.bench.server import READY, Kind

HOST: Final = "127.0.0.1"
_END_WITHIN_S: Final = 15


class ServerDidNotStart(Exception):
    """What it said stands above, on the standard error."""


class Peer(NamedTuple):
    kind: Kind
    port: int


@contextmanager
def peers(base: Scratch, kinds: tuple[Kind, ...], processes: int) -> Iterator[tuple[Peer, ...]]:
    """Ready when given; ended by number, in order, on leaving.

    The kernel spreads new connections over the processes of a server. They start one
    after another, because the library's would trip over each other's tables.
    """
    with ExitStack() as stack:
        yield tuple(_peer(base, kind, processes, stack) for kind in kinds)


def _peer(base: Scratch, kind: Kind, processes: int, stack: ExitStack) -> Peer:
    port = 0
    for _ in range(processes):
        with socket.create_server((HOST, port), backlog=1024, reuse_port=True) as listening:
            port = listening.getsockname()[1]
            process = subprocess.Popen(
                [sys.executable, "-m", "cheguan.bench.server", kind, str(listening.fileno())],
                env=base.environment(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                pass_fds=(listening.fileno(),),
                start_new_session=True,
            )
        stack.callback(_end, process)
        assert process.stdout
        if process.stdout.readline() != READY:
            raise ServerDidNotStart(kind)
    return Peer(kind, port)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Its input ends, and with it the server."""
    assert process.stdin
    assert process.stdout
    process.stdin.close()
    try:
        process.wait(_END_WITHIN_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    process.stdout.close()
