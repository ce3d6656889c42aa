"""The service that is attacked: ``cheguan serve`` and ``cheguan work`` on a PostgreSQL of its own.

Only what this file started is ever signalled or ended.
"""

import asyncio
import os
import signal
import subprocess
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random
from typing import Final

from cheguan.itself import again, same_files
from tests.faults.cluster import Cluster
from tests.faults.processes import ProcessDidNotStart, free_port
from tests.faults.wire import HOST, NoAnswer, Wire

_UP_WITHIN_S: Final = 60.0
_LOOK_EVERY_S: Final = 0.05


class Target:
    """The processes. ``url`` is the database of the service, and ``folder`` its data."""

    def __init__(self, cluster: Cluster, url: str, folder: Path, patience: float) -> None:
        self.cluster, self.url, self.folder = cluster, url, folder
        self.port, self.operators_port = free_port(Random()), free_port(Random())
        self.log = folder / "serve.log"
        self.patience = patience
        self._serving: subprocess.Popen[bytes] | None = None
        self._working: subprocess.Popen[bytes] | None = None

    @property
    def secrets(self) -> Path:
        return self.folder / "secrets"

    @property
    def pid(self) -> int:
        """The process that serves, or 0."""
        return self._serving.pid if self._serving else 0

    @property
    def alive(self) -> bool:
        return self._serving is not None and self._serving.poll() is None

    @property
    def said(self) -> int:
        """How many lines the process that serves has written."""
        return self.log.read_bytes().count(b"\n") if self.log.exists() else 0

    async def start(self) -> None:
        """Starts whatever does not run, and returns when the service is ready."""
        if not self.alive:
            _end(self._serving)
            self._serving = self._child("serve", self.log)
        if self._working is None or self._working.poll() is not None:
            _end(self._working)
            self._working = self._child("work", self.folder / "work.log")
        deadline = time.monotonic() + _UP_WITHIN_S * self.patience
        while await self.ready() != 200:
            if not self.alive or time.monotonic() > deadline:
                raise ProcessDidNotStart(self.log.read_text(encoding="utf-8")[-2000:])
            await asyncio.sleep(_LOOK_EVERY_S)

    async def ready(self) -> int:
        """The status of readiness where operators ask for it, or 0 without an answer."""
        wire = Wire()
        try:
            request = f"GET /health/ready HTTP/1.1\r\nHost: {HOST}\r\n\r\n"
            return (await wire.ask(self.operators_port, request.encode())).status
        except NoAnswer:
            return 0
        finally:
            wire.close()

    async def stopped(self, within_s: float) -> float:
        """Asks the server to end, as an operator does. Returns the seconds that it took.

        Raises ``TimeoutError`` if it does not end.
        """
        assert self._serving
        started = time.monotonic()
        self._serving.send_signal(signal.SIGTERM)
        async with asyncio.timeout(within_s):
            while self.alive:  # noqa: ASYNC110  # the end of a process is no event of this loop
                await asyncio.sleep(_LOOK_EVERY_S)
        return time.monotonic() - started

    async def kill(self) -> None:
        """Kills the server, as a machine does that has no memory left."""
        assert self._serving
        self._serving.kill()
        await asyncio.to_thread(self._serving.wait)

    @asynccontextmanager
    async def workers_asleep(self) -> AsyncIterator[None]:
        """The workers stand still while this is open, so that the read models lag behind."""
        assert self._working
        self._working.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self._working.send_signal(signal.SIGCONT)

    def end(self) -> None:
        _end(self._serving)
        _end(self._working)

    def _child(self, verb: str, log: Path) -> subprocess.Popen[bytes]:
        with log.open("ab") as said:
            return subprocess.Popen(
                again("tests.hostile.child", verb),
                env={**_kept(), **same_files(), **self._surroundings()},
                stdin=subprocess.PIPE,
                stdout=said,
                stderr=said,
            )

    def _surroundings(self) -> Mapping[str, str]:
        return {
            "DATABASE_URL": self.url,
            "CHEGUAN_DATA": str(self.folder),
            "CHEGUAN_DEMO": "1",
            "CHEGUAN_PORT": str(self.port),
            "CHEGUAN_OPERATORS_PORT": str(self.operators_port),
        }


def _end(process: subprocess.Popen[bytes] | None) -> None:
    if process is not None:
        with process:
            process.kill()


def _kept() -> dict[str, str]:
    """The environment without any setting of the service that somebody may have made."""
    ours = ("CHEGUAN_", "DATABASE_URL", "VAULT_DATABASE_URL", "KAFKA_", "FAILPOINTS")
    return {name: text for name, text in os.environ.items() if not name.startswith(ours)}
