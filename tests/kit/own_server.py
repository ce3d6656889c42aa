"""A server of a test's own, which may be set up wrongly, killed and started again."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from cheguan.embedded import EmbeddedPostgres
from cheguan.migrate import migrate_all
from cheguan.registry import REGISTRY
from domain.event_store.connection import connect
from tests.kit.quick_place import quick_folder
from tests.kit.waiting import until


@dataclass
class Server:
    """A server. ``set`` changes a setting of all of it, and returns when sessions see it."""

    postgres: EmbeddedPostgres
    folder: Path

    @property
    def url(self) -> str:
        return self.postgres.url("cheguan")

    def kill_and_start(self) -> None:
        """Kills the postmaster first, so that it starts no child again, and then starts it."""
        lines = (self.folder / "postgres" / "postmaster.pid").read_text().splitlines()
        postmaster = psutil.Process(int(lines[0]))
        for process in (postmaster, *postmaster.children(recursive=True)):
            with suppress(psutil.NoSuchProcess):
                process.kill()
        self.postgres.stop()
        self.postgres.start()

    async def set(self, name: str, value: str) -> None:
        connection = await connect(self.url)
        await connection.execute("SET default_transaction_read_only = off")
        await connection.execute(f"ALTER SYSTEM SET {name} = '{value}'")
        await connection.execute("SELECT pg_reload_conf()")
        await connection.close()

        async def seen() -> bool:
            fresh = await connect(self.url)
            shown = await (await fresh.execute(f"SHOW {name}")).fetchall()
            await fresh.close()
            return shown == [(value,)]

        await until(seen)


@contextmanager
def own_server() -> Iterator[Server]:
    with quick_folder() as folder:
        made = Server(EmbeddedPostgres(folder), folder)
        made.postgres.start()
        try:
            migrate_all(made.url, made.url, REGISTRY.projections)
            yield made
        finally:
            made.postgres.stop()
