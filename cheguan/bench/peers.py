"""Servers of a comparison, each in its own process, all up while any is measured."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from http.client import HTTPConnection
from typing import Final, NamedTuple

from cheguan.bench.scratch import Scratch
from cheguan.bench.server import Kind

HOST: Final = "127.0.0.1"
_READY_WITHIN_S: Final = 60
_END_WITHIN_S: Final = 15


class Peer(NamedTuple):
    kind: Kind
    port: int


@contextmanager
def peers(base: Scratch, kinds: tuple[Kind, ...]) -> Iterator[tuple[Peer, ...]]:
    """Ready when given; ended by number, in order, on leaving."""
    with ExitStack() as stack:
        yield tuple(stack.enter_context(_peer(base, kind)) for kind in kinds)


@contextmanager
def _peer(base: Scratch, kind: Kind) -> Iterator[Peer]:
    with socket.create_server((HOST, 0), backlog=1024) as listening:
        port = listening.getsockname()[1]
        descriptor = listening.fileno()
        process = subprocess.Popen(
            [sys.executable, "-m", "cheguan.bench.server", kind, str(descriptor)],
            env=base.environment(),
            stdin=subprocess.PIPE,
            pass_fds=(descriptor,),
            start_new_session=True,
        )
    try:
        _wait_until_ready(port)
        yield Peer(kind, port)
    finally:
        _end(process)


def _wait_until_ready(port: int) -> None:
    """The socket listens already, so the first answer comes as soon as somebody serves it."""
    with closing(HTTPConnection(HOST, port, timeout=_READY_WITHIN_S)) as connection:
        connection.request("GET", "/")
        connection.getresponse().read()


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.stdin:
        process.stdin.close()
    try:
        process.wait(_END_WITHIN_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
