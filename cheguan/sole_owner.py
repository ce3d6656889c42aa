"""Lets one process at a time work on a data directory."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class DataDirectoryInUse(Exception):
    """Another Cheguan runs on the same data. Each would stop the other's database."""

    def __init__(self, data: Path, pid: str) -> None:
        super().__init__(
            f"{data} is in use by process {pid}. Stop it, or choose another directory "
            "with CHEGUAN_DATA."
        )


@contextmanager
def sole_owner(data: Path) -> Iterator[None]:
    """Holds the directory, or refuses at once if another process holds it.

    The kernel releases the lock when its owner dies, however it dies. The number in the
    file only names the owner to people.
    """
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (data / "cheguan.pid").open("a+", encoding="ascii") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            raise DataDirectoryInUse(data, file.read().strip()) from None
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        yield
        file.truncate(0)
