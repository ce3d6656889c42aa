"""A PostgreSQL of the bench's own that is killed and started again."""

import asyncio
import os
import secrets
import shutil
import signal
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

import psutil
import psycopg
from psycopg.sql import SQL, Composed, Identifier

from cheguan.embedded import EmbeddedPostgres
from cheguan.migrate import migrate_all
from cheguan.registry import REGISTRY

_TEMPLATE: Final = "migrated"
_GONE_WITHIN_S: Final = 30


class Cluster:
    """The server of one folder. Every method that waits for it works in a thread."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "postgres"
        self._folder = folder
        self._server = EmbeddedPostgres(folder)

    @property
    def pid(self) -> int:
        """The process number of the postmaster."""
        lines = (self.data / "postmaster.pid").read_text(encoding="utf-8").splitlines()
        return int(lines[0])

    def url(self, database: str) -> str:
        return self._server.url(database)

    def prepare(self) -> None:
        """Start for the first time and make the database that others are copied from."""
        self._server.start()
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(SQL("CREATE DATABASE {}").format(Identifier(_TEMPLATE)))
        migrate_all(self.url(_TEMPLATE), self.url(_TEMPLATE), REGISTRY.projections)

    async def start(self) -> None:
        """Start again after an end of any kind."""
        self._server.stop()
        self._server = EmbeddedPostgres(self._folder)
        await asyncio.to_thread(self._server.start)

    async def kill(self) -> int:
        """Kills the postmaster and every child with ``kill -9``. Returns how many that were."""
        postmaster = psutil.Process(self.pid)
        doomed = [postmaster, *postmaster.children(recursive=True)]
        for process in doomed:
            _send(process, signal.SIGKILL)
        await asyncio.to_thread(psutil.wait_procs, doomed, _GONE_WITHIN_S)
        return len(doomed)

    async def shut(self, number: signal.Signals) -> None:
        """Shuts the server down: fast by SIGINT, immediately by SIGQUIT."""
        postmaster = psutil.Process(self.pid)
        _send(postmaster, number)
        await asyncio.to_thread(psutil.wait_procs, [postmaster], _GONE_WITHIN_S)

    async def ended(self) -> bool:
        """Whether the server has ended by itself within the time a crash takes."""
        postmaster = psutil.Process(self.pid)
        gone, _ = await asyncio.to_thread(psutil.wait_procs, [postmaster], _GONE_WITHIN_S)
        return bool(gone)

    def processes(self) -> list[psutil.Process]:
        postmaster = psutil.Process(self.pid)
        return [postmaster, *postmaster.children(recursive=True)]

    def limit_files(self, size: str) -> None:
        """Limits the bytes of every file that its processes write.

        The server's own user sets it. A process may end meanwhile.
        """
        owner = self.data.stat() if os.geteuid() == 0 else None
        for process in self.processes():
            subprocess.run(
                ("prlimit", f"--pid={process.pid}", f"--fsize={size}:"),
                check=False,
                capture_output=True,
                cwd="/",
                user=owner and owner.st_uid,
                group=owner and owner.st_gid,
                extra_groups=[] if owner else None,
            )

    def stop(self) -> None:
        self._server.stop()

    def hand_over(self, path: Path) -> None:
        """Give a folder to the user the server runs as."""
        owner = self.data.stat()
        if owner.st_uid != path.stat().st_uid:
            os.chown(path, owner.st_uid, owner.st_gid)

    @asynccontextmanager
    async def database(self) -> AsyncIterator[str]:
        """The URL of a database with every table and no row."""
        name = f"run_{secrets.token_hex(4)}"
        template, new = Identifier(_TEMPLATE), Identifier(name)
        await self.execute(SQL("CREATE DATABASE {} TEMPLATE {}").format(new, template))
        try:
            yield self.url(name)
        finally:
            await self.execute(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(new))

    async def execute(self, *statements: str | SQL | Composed, database: str = "postgres") -> None:
        """Runs statements as the superuser, outside any transaction."""
        await run_sql(self.url(database), *statements)


async def run_sql(url: str, *statements: str | SQL | Composed) -> list[tuple[object, ...]]:
    """Runs statements, and returns the rows of the last one that has any."""
    rows: list[tuple[object, ...]] = []
    async with await psycopg.AsyncConnection.connect(url, autocommit=True) as connection:
        for statement in statements:
            query = statement.encode() if isinstance(statement, str) else statement
            cursor = await connection.execute(query)
            if cursor.description:
                rows = await cursor.fetchall()
    return rows


async def count(url: str, query: str) -> int:
    """The one number that ``query`` gives."""
    ((number,),) = await run_sql(url, query)
    return int(str(number))


def _send(process: psutil.Process, number: signal.Signals) -> None:
    try:
        process.send_signal(number)
    except psutil.NoSuchProcess:
        return


@contextmanager
def own_cluster() -> Iterator[Cluster]:
    """Makes a cluster in a folder with a short name, because its socket lies there."""
    folder = Path(mkdtemp(prefix="cheguan-faults-"))
    cluster = Cluster(folder)
    try:
        cluster.prepare()
        yield cluster
    finally:
        cluster.stop()
        shutil.rmtree(folder, ignore_errors=True)
