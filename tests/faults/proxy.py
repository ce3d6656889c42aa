"""A way to PostgreSQL that fails as networks fail."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from enum import Enum
from typing import Final

from psycopg.conninfo import conninfo_to_dict, make_conninfo

_COMMITTED: Final = b"COMMIT\0"
"""The command tag of the server's answer."""
_BLOCK: Final = 65_536


class Way(Enum):
    """A direction. ``UP`` is towards the server."""

    UP = "up"
    DOWN = "down"


class Proxy:
    """Every connection to the server. Each fault says how many of them it struck."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._server: asyncio.Server | None = None
        self._links: set[_Link] = set()
        self._serving: set[asyncio.Task[None]] = set()
        self._open = asyncio.Event()
        self._open.set()
        self._silent: frozenset[Way] = frozenset()
        self._delay_s = 0.0
        self._refusing = False
        self._cut_commit = False
        self._budget: dict[Way, int] = {}
        self.struck = 0

    @property
    def url(self) -> str:
        assert self._server is not None
        port = self._server.sockets[0].getsockname()[1]
        return make_conninfo(self._url, host="127.0.0.1", port=port)

    def heal(self) -> None:
        """Lets everything pass from now on. What was cut stays cut."""
        self._silent, self._delay_s, self._refusing = frozenset(), 0.0, False
        self._cut_commit, self._budget = False, {}
        self._open.set()

    def cut(self) -> int:
        """Resets every connection."""
        count = len(self._links)
        for link in list(self._links):
            link.abort()
        self.struck += count
        return count

    def refuse(self) -> None:
        """Takes the network away: no connection stays, and none is let in."""
        self._refusing = True
        self.cut()

    def cut_next_commit(self) -> None:
        """Lets the next commit reach the server, and resets the connection before its answer."""
        self._cut_commit = True

    def cut_after(self, size: int, way: Way) -> None:
        """Resets the connection on which the ``size``-th byte from now on passes."""
        self._budget[way] = size

    def half_close(self, way: Way) -> int:
        """Ends one direction of every connection in order, and leaves the other."""
        for link in self._links:
            link.end(way)
        self.struck += len(self._links)
        return len(self._links)

    def be_silent(self, *ways: Way) -> None:
        """Keeps connections and takes new ones, but lets nothing move."""
        self._silent = frozenset(ways)
        self._open.clear()

    def delay(self, seconds: float) -> None:
        self._delay_s = seconds

    async def passing(self, way: Way, block: bytes) -> tuple[bytes, bool]:
        """What of the block may go on, and whether its connection may."""
        if way in self._silent:
            await self._open.wait()
        if self._delay_s:
            await asyncio.sleep(self._delay_s)
        if way is Way.DOWN and self._cut_commit and _COMMITTED in block:
            self._cut_commit = False
            self.struck += 1
            return b"", False
        if way in self._budget:
            self._budget[way] -= len(block)
            if (left := self._budget[way]) <= 0:
                del self._budget[way]
                self.struck += 1
                return block[: len(block) + left], False
        return block, True

    async def start(self) -> None:
        self._server = await asyncio.start_server(self._begin, "127.0.0.1", 0)

    async def stop(self) -> None:
        assert self._server is not None
        self.heal()
        self._server.close()
        self.cut()
        await asyncio.gather(*self._serving, return_exceptions=True)

    def _begin(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        serving = asyncio.create_task(self._serve(reader, writer))
        self._serving.add(serving)
        serving.add_done_callback(self._serving.discard)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        upstream = None if self._refusing else await self._upstream()
        if upstream is None:
            writer.transport.abort()
            return
        link = _Link(self, (reader, writer), upstream)
        self._links.add(link)
        try:
            await link.run()
        finally:
            self._links.discard(link)

    async def _upstream(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter] | None:
        where = conninfo_to_dict(self._url)
        host, port = str(where.get("host") or "localhost"), int(where.get("port") or 5432)
        try:
            if host.startswith("/"):
                return await asyncio.open_unix_connection(f"{host}/.s.PGSQL.{port}")
            return await asyncio.open_connection(host, port)
        except OSError:
            return None


class _Link:
    """One client's connection, and the server's end of it."""

    def __init__(
        self,
        proxy: Proxy,
        client: tuple[asyncio.StreamReader, asyncio.StreamWriter],
        server: tuple[asyncio.StreamReader, asyncio.StreamWriter],
    ) -> None:
        self._proxy, self._client, self._server = proxy, client, server

    async def run(self) -> None:
        """Passes bytes on until both directions have ended, or one was cut."""
        up = asyncio.create_task(self._pump(self._client[0], self._server[1], Way.UP))
        down = asyncio.create_task(self._pump(self._server[0], self._client[1], Way.DOWN))
        try:
            await asyncio.gather(up, down)
        except OSError:
            pass
        finally:
            up.cancel()
            down.cancel()
            self.abort()

    def abort(self) -> None:
        self._client[1].transport.abort()
        self._server[1].transport.abort()

    def end(self, way: Way) -> None:
        writer = (self._server if way is Way.UP else self._client)[1]
        with suppress(OSError, RuntimeError):
            writer.write_eof()

    async def _pump(self, source: asyncio.StreamReader, to: asyncio.StreamWriter, way: Way) -> None:
        while block := await source.read(_BLOCK):
            part, goes_on = await self._proxy.passing(way, block)
            with suppress(RuntimeError):
                to.write(part)
            await to.drain()
            if not goes_on:
                raise ConnectionResetError
        self.end(way)


@asynccontextmanager
async def proxy_to(url: str) -> AsyncIterator[Proxy]:
    """Runs a proxy to the server of ``url``, while the context is open."""
    proxy = Proxy(url)
    await proxy.start()
    try:
        yield proxy
    finally:
        await proxy.stop()
