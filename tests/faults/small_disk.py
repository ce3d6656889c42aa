"""A disk of a few megabytes for the table of events, to be filled by somebody else."""

import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from psycopg.sql import SQL, Identifier, Literal

from tests.faults.arena import Arena
from tests.faults.cluster import run_sql

_MEGABYTES: Final = 64
_BLOCK: Final = b"\0" * 65_536


def _mounted() -> Path:
    disk = Path(mkdtemp(prefix="cheguan-disk-"))
    _do("mount", "-t", "tmpfs", "-o", f"size={_MEGABYTES}m", "tmpfs", str(disk))
    disk.chmod(0o755)
    return disk


def _unmount(disk: Path) -> None:
    _do("umount", "--lazy", str(disk))
    disk.rmdir()


@asynccontextmanager
async def small_disk(arena: Arena) -> AsyncIterator[Path]:
    """A file system in memory, with the table of events on it; only root can make one."""
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
async def without_space(disk: Path) -> AsyncIterator[None]:
    """Filled to the last byte by another's file, which goes away in the end."""
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
    subprocess.run(command, check=True)
