"""An office on a loopback address, for whoever sends it all that its description allows."""

import asyncio
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple
from uuid import UUID

import uvicorn

from domain.aggregates import CODEC
from domain.people import Role
from projections.engine.feed import StoreFeed
from projections.engine.projector import Projector
from tests.kit.page_office import page_office
from tests.kit.projected import ALL


class Fuzzed(NamedTuple):
    """``token`` makes a bearer token for a role; ``case`` is an application of the office."""

    address: str
    case: UUID
    token: Callable[[Role], str]


_OFFICES: Final = {Role.CLERK: "410100", Role.SUPERVISOR: "410100-det"}
"""The supervisor is of the detachment, so that decisions about windows are reached too."""


@contextmanager
def fuzzed(url: str, secrets: Path) -> Iterator[Fuzzed]:
    """Serves the office from a thread of its own, on 127.0.0.1 alone."""
    ready, done = threading.Event(), threading.Event()
    found: list[Fuzzed] = []
    listening = socket.create_server(("127.0.0.1", 0))

    async def serve() -> None:
        async with page_office(url, secrets) as office:
            config = uvicorn.Config(office.front, lifespan="off", log_level="warning")
            server = uvicorn.Server(config)
            serving = asyncio.create_task(server.serve([listening]))
            stop, projector = asyncio.Event(), Projector(url, StoreFeed(url, CODEC), ALL)
            folding = asyncio.create_task(projector.run(stop))
            host, port = listening.getsockname()

            def token(role: Role) -> str:
                place = _OFFICES.get(role)
                return office.issuer.token(role=role, subject="fuzz", office=place)

            found.append(Fuzzed(f"http://{host}:{port}", office.case, token))
            ready.set()
            await asyncio.to_thread(done.wait)
            server.should_exit = True
            await serving
            stop.set()
            await folding

    thread = threading.Thread(target=asyncio.run, args=(serve(),))
    thread.start()
    try:
        if not ready.wait(120):
            raise TimeoutError("the office did not open")
        yield found[0]
    finally:
        done.set()
        thread.join()
        listening.close()
