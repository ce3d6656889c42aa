"""Runs the simulated bank: a server on loopback, and the courier of its callbacks."""

import asyncio
from dataclasses import dataclass
from pathlib import Path
from socket import create_server, socket
from typing import Final

import httpx
import uvicorn

from cheguan.bank.app import bank_app
from cheguan.bank.courier import Courier
from cheguan.bank.ledger import Ledger
from cheguan.bank.mischief import Mischief
from cheguan.server import Server
from cheguan.signals import stop_on_signal
from workers.pause import stop_with_parent

_HOST: Final = "127.0.0.1"


@dataclass(frozen=True)
class SimulatedBank:
    """``file`` holds its books, ``secret`` signs its callbacks, ``token`` is ours."""

    file: Path
    secret: bytes
    token: str
    mischief: Mischief

    async def serve(
        self, port: int, descriptor: int | None = None, *, with_parent: bool = False
    ) -> None:
        """Serves until a signal, on a port of this machine or on a socket that is open."""
        self.file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        ledger, stop = Ledger(self.file), stop_on_signal()
        listening = socket(fileno=descriptor) if descriptor else create_server((_HOST, port))
        config = uvicorn.Config(
            bank_app(ledger, self.token, self.mischief),
            access_log=False,
            log_level="warning",
            lifespan="off",
            server_header=False,
            timeout_graceful_shutdown=1,
        )
        serving = Server(config)
        async with httpx.AsyncClient(trust_env=False) as http, asyncio.TaskGroup() as tasks:
            if with_parent:
                tasks.create_task(stop_with_parent(stop))
            courier = Courier(ledger, self.secret, http, self.mischief)
            tasks.create_task(courier.run(stop))
            running = tasks.create_task(serving.serve([listening]))
            waiting = tasks.create_task(stop.wait())
            await asyncio.wait({running, waiting}, return_when=asyncio.FIRST_COMPLETED)
            stop.set()
            serving.should_exit = True
