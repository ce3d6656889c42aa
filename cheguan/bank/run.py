"""Runs the simulated bank: a server on loopback, and the courier of its callbacks."""

from dataclasses import dataclass
from pathlib import Path

import httpx

from cheguan.bank.app import bank_app
from cheguan.bank.courier import Courier
from cheguan.bank.ledger import Ledger
from cheguan.bank.mischief import Mischief
from cheguan.beside import serve_beside


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
        ledger = Ledger(self.file)
        async with httpx.AsyncClient(trust_env=False) as http:
            courier = Courier(ledger, self.secret, http, self.mischief)
            app = bank_app(ledger, self.token, self.mischief)
            await serve_beside(app, courier.run, port, descriptor, with_parent=with_parent)
