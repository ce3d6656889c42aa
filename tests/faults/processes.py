"""Processes of the service, started, killed, stopped for a while, told to end."""

import asyncio
import os
import random
import signal
import socket
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import psutil

from tests.faults.http_client import talk
from tests.faults.nursery import Nursery
from tests.faults.wire import HOST

UP_WITHIN_S: Final = 40.0
_AT_WORK: Final = "FAULTS_AT_WORK"
_LOOK_EVERY_S: Final = 0.02
_ALIVE: Final = b"GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"


class ProcessDidNotStart(Exception):
    """A process did not start. The message has the end of what it said."""


def at_work() -> None:
    """Says that this process has everything it needs, and from now on bears every fault."""
    Path(os.environ[_AT_WORK]).write_text(str(os.getpid()), encoding="ascii")


class Process:
    """One process of the service. What it says goes to a file of its own."""

    def __init__(
        self,
        nursery: Nursery,
        verb: str,
        surroundings: Mapping[str, str],
        log: Path,
        port: int = 0,
    ) -> None:
        self.verb, self.port, self.log = verb, port, log
        self.pid = 0
        self._nursery = nursery
        ports = {"CHEGUAN_PORT": str(port), "CHEGUAN_OPERATORS_PORT": "0"}
        self._at_work = log.with_suffix(".at-work")
        self._surroundings = {**surroundings, **ports, _AT_WORK: str(self._at_work)}

    def twin(self) -> "Process":
        """Another process of the same kind, with a log of its own."""
        log = self.log.with_stem(self.log.stem + "-second")
        return Process(self._nursery, self.verb, self._surroundings, log, self.port)

    def start(self, failpoints: str = "") -> None:
        self.reap()
        surroundings = {**self._surroundings, "FAILPOINTS": failpoints}
        self.pid = self._nursery.start(self.verb, surroundings, self.log)

    async def up(self) -> None:
        """Returns when the API answers, or a process without a port is at work."""
        deadline = time.monotonic() + UP_WITHIN_S
        while not await self._is_up():
            if not self.alive or time.monotonic() > deadline:
                raise ProcessDidNotStart(self.verb + ": " + self.log.read_text()[-2000:])
            await asyncio.sleep(_LOOK_EVERY_S)

    async def _is_up(self) -> bool:
        if self.port:
            return await _answers(self.port)
        return self._at_work.exists() and self._at_work.read_text("ascii") == str(self.pid)

    @property
    def alive(self) -> bool:
        try:
            return self.pid != 0 and psutil.Process(self.pid).status() != psutil.STATUS_ZOMBIE
        except psutil.NoSuchProcess:
            return False

    @property
    def awake(self) -> bool:
        return self.alive and psutil.Process(self.pid).status() != psutil.STATUS_STOPPED

    def send(self, number: signal.Signals) -> None:
        """Sends a signal, unless the process has ended."""
        if self.pid:
            os.kill(self.pid, number)

    async def ended(self, within_s: float = 30.0) -> int:
        """The exit code. Raises ``TimeoutError`` if the process does not end."""
        async with asyncio.timeout(within_s):
            while self.alive:  # noqa: ASYNC110  # the end of a process is no event of this loop
                await asyncio.sleep(_LOOK_EVERY_S)
        return self._reaped()

    async def kill(self) -> None:
        self.send(signal.SIGKILL)
        await self.ended()

    async def restart(self, failpoints: str = "") -> None:
        self.start(failpoints)
        await self.up()

    def reap(self) -> None:
        """Makes sure that nothing is left of the process."""
        self.send(signal.SIGKILL)
        self._reaped()

    def _reaped(self) -> int:
        pid, self.pid = self.pid, 0
        return self._nursery.reap(pid) if pid else 0


@contextmanager
def beside(worker: Process) -> Iterator[Process]:
    """Runs a second process of the same kind, while the context is open."""
    second = worker.twin()
    second.start()
    try:
        yield second
    finally:
        second.reap()


async def _answers(port: int) -> bool:
    """Whether a request is answered. The port takes connections before the service has started."""
    try:
        async with asyncio.timeout(1), talk(HOST, port) as talking:
            await talking.ask(_ALIVE)
    except (OSError, asyncio.IncompleteReadError):
        return False
    return True


def free_port(chosen: random.Random) -> int:
    """A port below those that the system gives out, so that it stays ours in a restart."""
    while True:
        port = chosen.randrange(20_000, 30_000)
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) != 0:
                return port
