"""What is known of the store outside of it: how far it had come, and which history it was.

It stands in a small file, which is replaced whole and fsynced. Nobody who restores the
database restores this file too, so a store that lost events shows itself.
"""

import errno
import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec
from msgspec.structs import replace

PATIENCE_S: Final = 2.0
"""Seconds to wait for the folder, which is held for the time of a few writes."""


class LogMark(msgspec.Struct, frozen=True):
    """A hash of the last events up to a position. Another history has another hash."""

    position: int
    sha256: str


class KnownUnreadable(Exception):
    """The file is damaged, so nobody knows what it said."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} cannot be read. Compare the store with your backups by hand; then move "
            "the file away, and the store as it stands becomes the known one."
        )


class KnownUnwritable(Exception):
    """The folder cannot be used, so a store that lost events could not be told from a whole one."""

    def __init__(self, folder: Path, refused: OSError) -> None:
        super().__init__(
            f"{folder} must be a folder that can be written ({refused.strerror}): in it is kept "
            "what is known of the event store. Choose another with CHEGUAN_KNOWN_DIR."
        )


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """How far the store had come, and which one it was.

    ``position`` is the highest that was acknowledged or seen, and ``mark`` may be some way
    behind it. ``system_identifier`` and ``timeline`` are those of the PostgreSQL that held it.
    """

    epoch: int
    position: int
    mark: LogMark
    system_identifier: int
    timeline: int
    at: datetime

    def says(self, other: "Known | None") -> bool:
        """Whether both say the same, whenever they said it."""
        return other is not None and replace(self, at=other.at) == other


def later(one: Known | None, other: Known) -> Known:
    """Joins what two processes know. No position of an epoch is ever taken back."""
    if one is None or one.epoch < other.epoch:
        return other
    if one.epoch > other.epoch:
        return one
    further = max(one, other, key=lambda known: (known.mark.position, known.at))
    return replace(further, position=max(one.position, other.position))


class KnownFile:
    """The file ``store.json`` of a folder that several processes may share."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "store.json"

    def load(self) -> Known | None:
        """Reads the file. There is none before the first start. Raises :class:`KnownUnreadable`."""
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=Known)
        except FileNotFoundError:
            return None
        except msgspec.DecodeError as damaged:
            raise KnownUnreadable(self._path) from damaged

    def advance(self, known: Known) -> None:
        """Writes what is known, unless the file knows more. The caller is :func:`alone`."""
        before = self.load()
        if (after := later(before, known)) != before:
            self.put(after)

    def put(self, known: Known) -> None:
        draft = self._path.with_suffix(".new")
        with private(draft, os.O_TRUNC) as descriptor:
            keep(descriptor, msgspec.json.format(msgspec.json.encode(known), indent=2) + b"\n")
        draft.replace(self._path)
        sync_folder(self._path.parent)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Lets one process at a time write in the folder, which is made at first use.

    Blocks. Raises ``TimeoutError`` when another process, perhaps a stopped one, holds it.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with private(folder / "lock") as descriptor:
        _lock(descriptor, folder)
        yield


def _lock(descriptor: int, folder: Path) -> None:
    until = time.monotonic() + PATIENCE_S
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                raise TimeoutError(errno.EBUSY, "another process holds it", str(folder)) from None
            time.sleep(0.01)
        else:
            return


@contextmanager
def private(path: Path, flags: int = 0) -> Iterator[int]:
    """Opens a file for writing that only its owner can read."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | flags, 0o600)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def keep(descriptor: int, content: bytes) -> None:
    """Returns when the content is written whole and durable."""
    while content:
        content = content[os.write(descriptor, content) :]
    os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """Makes a name that was given in the folder survive a crash."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
