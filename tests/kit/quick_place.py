"""Where the servers of the tests keep their files."""

from pathlib import Path
from shutil import disk_usage
from typing import Final

from psutil import virtual_memory

_MEMORY: Final = Path("/dev/shm")
"""Linux shows memory as a folder here."""
_ROOM: Final = 4 * 2**30
"""Bytes. A server of the tests grows to a few hundred MB, and two or three run at once."""


def quick_place(memory: Path = _MEMORY, room: int = _ROOM) -> str | None:
    """A folder in memory if it has so many bytes of room, else ``None``: the usual place.

    A database of a test is some five hundred files, which a disk takes longer to make and to
    remove than the test runs.
    """
    if not memory.is_dir():
        return None
    free = min(disk_usage(memory).free, virtual_memory().available)
    return str(memory) if free >= room else None
