"""Takes the space from the table of events: by a small disk, or by a limit of file sizes."""

import asyncio
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import Final, Protocol

from psycopg.sql import SQL, Identifier, Literal

from tests.faults.cluster import Cluster, count, run_sql

_MEGABYTES: Final = 64
_BLOCK: Final = b"\0" * 65_536
_WAL_SEGMENT: Final = 16 * 1024 * 1024
_SIZE: Final = "SELECT pg_relation_size('stored_events')"
_INFLATE: Final = "ALTER TABLE stored_events SET (fillfactor = 10)"


class Stored(Protocol):
    """Whatever has a store: the database of ``url`` in a cluster."""

    @property
    def cluster(self) -> Cluster: ...

    @property
    def url(self) -> str: ...


@asynccontextmanager
async def no_space(arena: Stored) -> AsyncIterator[None]:
    """Puts the table of events on a small disk, which somebody else has filled."""
    async with _small_disk(arena) as disk, _without_space(disk):
        yield


@asynccontextmanager
async def no_larger_files(arena: Stored) -> AsyncIterator[None]:
    """Lets no file of PostgreSQL grow beyond the present size of the table of events."""
    await run_sql(arena.url, _INFLATE)
    while (size := await count(arena.url, _SIZE)) < _WAL_SEGMENT:  # noqa: ASYNC110
        await asyncio.sleep(0.1)
    arena.cluster.limit_files(str(size + 1))
    try:
        yield
    finally:
        arena.cluster.limit_files("unlimited")


def can_mount() -> bool:
    """Whether this user may make a small disk. Root in a container often may not."""
    try:
        _unmount(_mounted())
    except (OSError, subprocess.CalledProcessError):
        return False
    return True


def _mounted() -> Path:
    disk = Path(mkdtemp(prefix="cheguan-disk-"))
    try:
        _do("mount", "-t", "tmpfs", "-o", f"size={_MEGABYTES}m", "tmpfs", str(disk))
    except BaseException:
        disk.rmdir()
        raise
    disk.chmod(0o755)
    return disk


def _unmount(disk: Path) -> None:
    _do("umount", "--lazy", str(disk))
    disk.rmdir()


@asynccontextmanager
async def _small_disk(arena: Stored) -> AsyncIterator[Path]:
    """Makes a file system in memory with the table of events on it. Only root can."""
    disk = _mounted()
    place, name = disk / "events", Identifier(f"small_{disk.name[-8:]}")
    try:
        place.mkdir()
        arena.cluster.hand_over(place)
        where = Literal(str(place))
        await run_sql(arena.url, SQL("CREATE TABLESPACE {} LOCATION {}").format(name, where))
        await run_sql(arena.url, SQL("ALTER TABLE stored_events SET TABLESPACE {}").format(name))
        yield disk
        await run_sql(arena.url, "ALTER TABLE stored_events SET TABLESPACE pg_default")
        await run_sql(arena.url, "CHECKPOINT", SQL("DROP TABLESPACE {}").format(name))
    finally:
        _unmount(disk)


@asynccontextmanager
async def _without_space(disk: Path) -> AsyncIterator[None]:
    """Fills the disk to the last byte with another's file, which goes away in the end."""
    other = disk / "another"
    try:
        with other.open("wb", buffering=0) as file:
            while file.write(_BLOCK) == len(_BLOCK):
                pass
    except OSError:
        pass
    try:
        yield
    finally:
        other.unlink()


def _do(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)
