"""Processes of the service, started, killed, stopped for a while, told to end."""

import asyncio
import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from tests.faults.wire import HOST

UP_WITHIN_S: Final = 40.0
_LOOK_EVERY_S: Final = 0.02


class ProcessDidNotStart(Exception):
    """With the end of what it said."""


class Process:
    """One process of the service; what it says goes to a file of its own."""

    def __init__(self, verb: str, surroundings: Mapping[str, str], log: Path, port: int = 0):
        self.verb, self.port, self.log = verb, port, log
        self._surroundings = {**surroundings, "CHEGUAN_PORT": str(port)}
        self._process: subprocess.Popen[bytes] | None = None

    def twin(self) -> "Process":
        """Another process of the same kind, with a log of its own."""
        log = self.log.with_stem(self.log.stem + "-second")
        return Process(self.verb, self._surroundings, log, self.port)

    def start(self, failpoints: str = "") -> None:
        self.reap()
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                (sys.executable, "-m", "tests.faults.office", self.verb),
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                env={**os.environ, **self._surroundings, "FAILPOINTS": failpoints},
                start_new_session=True,
            )

    async def up(self) -> None:
        """Return when the API takes connections; at once for a process without a port."""
        deadline = time.monotonic() + UP_WITHIN_S
        while self.port and not _listening(self.port):
            if not self.alive or time.monotonic() > deadline:
                raise ProcessDidNotStart(self.verb + ": " + self.log.read_text()[-2000:])
            await asyncio.sleep(_LOOK_EVERY_S)

    @property
    def alive(self) -> bool:
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    def send(self, number: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(number)

    async def ended(self, within_s: float = 30.0) -> int:
        """The exit code; ``TimeoutError`` if the process does not end."""
        async with asyncio.timeout(within_s):
            while self.alive:  # noqa: ASYNC110  # the end of a process is no event of this loop
                await asyncio.sleep(_LOOK_EVERY_S)
        assert self._process is not None
        return self._process.returncode

    async def kill(self) -> None:
        self.send(signal.SIGKILL)
        await self.ended()

    async def restart(self, failpoints: str = "") -> None:
        self.start(failpoints)
        await self.up()

    def reap(self) -> None:
        """Let nothing of the process be left."""
        if self._process is not None:
            with self._process:
                self._process.kill()


def _listening(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((HOST, port)) == 0


def free_port(chosen: random.Random) -> int:
    """A port below those the system gives out by itself, so that it stays ours in a restart."""
    while True:
        port = chosen.randrange(20_000, 30_000)
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) != 0:
                return port
