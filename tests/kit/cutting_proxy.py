"""A connection to PostgreSQL that can be cut after a commit has been carried out."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from psycopg.conninfo import conninfo_to_dict, make_conninfo

_COMMITTED = b"COMMIT\0"
"""The command tag in the server's answer to a commit."""


class CuttingProxy:
    """``cut_next_commit`` swallows the answer to the next commit, and closes the connection.

    With ``stay_away`` it then refuses every new one, as a network that is gone. While it
    swallows, it takes everything and gives nothing, on every connection.
    """

    def __init__(self, url: str) -> None:
        self._url = url
        self._server: asyncio.Server | None = None
        self._cut = False
        self._away = False
        self._stay_away = False
        self._open = asyncio.Event()
        self._open.set()
        self._serving: set[asyncio.Task[None]] = set()

    @property
    def url(self) -> str:
        assert self._server is not None
        port = self._server.sockets[0].getsockname()[1]
        return make_conninfo(self._url, host="127.0.0.1", port=port)

    def cut_next_commit(self, *, stay_away: bool = False) -> None:
        self._cut, self._stay_away = True, stay_away

    def swallow(self) -> None:
        self._open.clear()

    def let_through(self) -> None:
        self._open.set()

    async def start(self) -> None:
        self._server = await asyncio.start_server(self._begin, "127.0.0.1", 0)

    async def stop(self) -> None:
        assert self._server is not None
        self._server.close()
        await asyncio.gather(*self._serving)
        await self._server.wait_closed()

    def _begin(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        serving = asyncio.create_task(self._serve(reader, writer))
        self._serving.add(serving)
        serving.add_done_callback(self._serving.discard)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._away:
            await _closed(writer)
            return
        where = conninfo_to_dict(self._url)
        host, port = str(where.get("host") or "localhost"), int(where.get("port") or 5432)
        upstream = (
            await asyncio.open_unix_connection(f"{host}/.s.PGSQL.{port}")
            if host.startswith("/")
            else await asyncio.open_connection(host, port)
        )
        there = asyncio.create_task(self._pump(reader, upstream[1]))
        back = asyncio.create_task(self._pump(upstream[0], writer, watched=True))
        await asyncio.wait({there, back}, return_when=asyncio.FIRST_COMPLETED)
        for task in (there, back):
            task.cancel()
        await asyncio.gather(there, back, return_exceptions=True)
        await _closed(writer)
        await _closed(upstream[1])

    async def _pump(
        self, source: asyncio.StreamReader, to: asyncio.StreamWriter, *, watched: bool = False
    ) -> None:
        while block := await source.read(65_536):
            if watched and self._cut and _COMMITTED in block:
                self._cut, self._away = False, self._stay_away
                return
            await self._open.wait()
            to.write(block)
            await to.drain()


async def _closed(writer: asyncio.StreamWriter) -> None:
    writer.close()
    with suppress(OSError):
        await writer.wait_closed()


@asynccontextmanager
async def cutting_proxy(url: str) -> AsyncIterator[CuttingProxy]:
    proxy = CuttingProxy(url)
    await proxy.start()
    try:
        yield proxy
    finally:
        await proxy.stop()
