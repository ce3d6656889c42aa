"""Where the servers of the tests keep their files."""

import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from psutil import virtual_memory

_MEMORY: Final = Path("/dev/shm")
"""Linux shows memory as a folder here."""
_ROOM: Final = 4 * 2**30
"""Bytes. A server of the tests grows to a few hundred MB, and two or three run at once."""
_PREFIX: Final = "cheguan-quick-"
_YOUNG_S: Final = 60
"""Seconds that a folder may have no owner, because it has just been made."""


@contextmanager
def quick_folder(memory: Path = _MEMORY, room: int = _ROOM) -> Iterator[Path]:
    """A folder in memory if that has so many bytes of room, else in the usual place.

    A database of a test is some five hundred files, which a disk takes longer to make and to
    remove than the test runs. What runs that were killed left in memory is removed.
    """
    with tempfile.TemporaryDirectory(prefix=_PREFIX, dir=_place(memory, room)) as folder:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield Path(folder)
        finally:
            os.close(descriptor)


def _place(memory: Path, room: int) -> Path | None:
    if not memory.is_dir():
        return None
    for left in memory.glob(f"{_PREFIX}*"):
        _remove_unless_owned(left)
    free = min(shutil.disk_usage(memory).free, virtual_memory().available)
    return memory if free >= room else None


def _remove_unless_owned(left: Path) -> None:
    """The owner of a folder holds a lock on it, which ends with him."""
    try:
        descriptor = os.open(left, os.O_RDONLY)
    except OSError:
        return
    try:
        if time.time() - os.fstat(descriptor).st_mtime > _YOUNG_S:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(left, ignore_errors=True)
    except BlockingIOError:
        pass
    finally:
        os.close(descriptor)
