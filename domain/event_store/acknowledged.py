"""The journal of what was acknowledged, kept outside the database: one line for each command.

A line is ``EPOCH POSITION COMMAND STREAM/AFTER+EVENTS …``. It is plain text, so that it can be
read when nothing else works, and it names nobody. Ids have no hyphens, because they are then
written in a quarter of the time. Old lines are dropped when the file has grown to :data:`SIZE`
for the second time. What a new epoch went on without is kept in a file of its own.
"""

import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from uuid import UUID

from domain.event_store.known import keep, private, sync_folder
from domain.event_store.pending import Pending

SIZE: Final = 64 * 1024 * 1024
"""Bytes of one file, enough for about half a million commands."""


@dataclass(frozen=True, slots=True)
class AcknowledgedShare:
    """How many events a command added to one stream, and how many the stream had before."""

    stream: UUID
    after: int
    events: int


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """A command whose caller was told that it is stored. Its last event is at ``position``."""

    epoch: int
    position: int
    command: UUID
    parts: tuple[AcknowledgedShare, ...]

    @property
    def events(self) -> int:
        return sum(part.events for part in self.parts)


def line(epoch: int, position: int, pending: Pending) -> str:
    """The line that is kept of a command when its caller is told that it is stored."""
    parts = " ".join(
        [f"{write.stream.hex}/{write.after}+{len(write.envelopes)}" for write in pending.writes]
    )
    return f"{epoch} {position} {pending.command_id.hex} {parts}\n"


class Journal:
    """The files ``acknowledged.log`` and ``acknowledged.1.log`` of a folder."""

    def __init__(self, folder: Path, *, size: int = SIZE) -> None:
        self._folder = folder
        self._path = folder / "acknowledged.log"
        self._before = folder / "acknowledged.1.log"
        self._size = size

    def add(self, lines: Sequence[str]) -> None:
        """Returns when the lines are durable. The caller holds the folder by ``known.alone``."""
        if not lines:
            return
        block = "".join(lines).encode()
        with private(self._path) as descriptor:
            end = os.lseek(descriptor, 0, os.SEEK_END)
            if end and os.pread(descriptor, 1, end - 1) != b"\n":
                block = b"\n" + block
            keep(descriptor, block)
        if end + len(block) > self._size:
            self._path.replace(self._before)
        sync_folder(self._folder)

    def read(self) -> Iterator[Acknowledged]:
        """Gives every whole line, oldest first, and passes over one that a crash cut off."""
        for path in (self._before, self._path):
            if path.exists():
                with path.open(encoding="ascii", errors="replace") as lines:
                    yield from (done for text in lines if (done := _read(text)))

    def set_aside(self, lost: Collection[UUID], epoch: int) -> None:
        """Moves the lines of lost commands to ``lost.epoch-N.log``, which is kept for ever."""
        for path in (self._before, self._path):
            if path.exists():
                lines = path.read_text(encoding="ascii", errors="replace").splitlines(keepends=True)
                gone = [text for text in lines if (done := _read(text)) and done.command in lost]
                with private(self._folder / f"lost.epoch-{epoch}.log", os.O_APPEND) as descriptor:
                    keep(descriptor, "".join(gone).encode())
                with private(draft := path.with_suffix(".new"), os.O_TRUNC) as descriptor:
                    keep(descriptor, "".join(text for text in lines if text not in gone).encode())
                draft.replace(path)
        sync_folder(self._folder)


def _read(text: str) -> Acknowledged | None:
    if not text.endswith("\n"):
        return None
    try:
        epoch, position, command, *parts = text.split()
        return Acknowledged(int(epoch), int(position), UUID(command), tuple(map(_part, parts)))
    except ValueError:
        return None


def _part(text: str) -> AcknowledgedShare:
    stream, _, span = text.partition("/")
    after, _, events = span.partition("+")
    return AcknowledgedShare(UUID(stream), int(after), int(events))
