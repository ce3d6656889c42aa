"""Runs the simulated carrier: a server on loopback, and the courier of its callbacks."""

from dataclasses import dataclass
from pathlib import Path

import httpx

from cheguan.beside import serve_beside
from cheguan.carrier.app import carrier_app
from cheguan.carrier.item_book import Conduct, ItemBook
from cheguan.carrier.scan_courier import ScanCourier


@dataclass(frozen=True)
class SimulatedCarrier:
    """``file`` is its book, ``secret`` signs its callbacks, ``token`` is ours."""

    conduct: Conduct
    file: Path
    secret: bytes
    token: str

    async def serve(
        self, port: int, descriptor: int | None = None, *, with_parent: bool = False
    ) -> None:
        """Serves until a signal, on a port of this machine or on a socket that is open."""
        self.file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        book = ItemBook(self.conduct, self.file)

        async with httpx.AsyncClient(trust_env=False) as http:
            courier = ScanCourier(book, self.secret, http)
            app = carrier_app(book, self.token)
            await serve_beside(app, courier.run, port, descriptor, with_parent=with_parent)
