"""What a client asked and was answered. It is on disk before anything follows from it."""

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from uuid import UUID

import msgspec


class Line(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line. It is ``ask`` before a request is sent, and ``answer`` or ``nothing`` after it.

    ``case`` and ``expected`` name what a command was about; ``told`` is the answer's
    case, version and position; ``why`` says how an answer failed to come.
    """

    what: Literal["ask", "answer", "nothing"]
    key: str
    number: int
    step: str
    command: UUID
    sha256: str = ""
    case: str | None = None
    expected: int | None = None
    status: int = 0
    code: str | None = None
    told: tuple[str, int, int] | None = None
    replayed: bool = False
    again: bool = False
    seconds: float = 0.0
    why: str = ""


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Line)


class Journal:
    """:meth:`keep` returns when the line is on disk. Lines that wait together share an fsync."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = path.open("ab", buffering=0)
        self._turn = asyncio.Lock()
        self._written = self._synced = 0

    async def keep(self, line: Line) -> None:
        self._file.write(_encoder.encode(line) + b"\n")
        self._written += 1
        mine = self._written
        async with self._turn:
            if self._synced < mine:
                upto = self._written
                await asyncio.to_thread(os.fsync, self._file.fileno())
                self._synced = upto

    def close(self) -> None:
        self._file.close()

    def lines(self) -> Iterator[Line]:
        """Everything that was kept so far, as it stands on disk."""
        with self.path.open("rb") as file:
            for line in file:
                yield _decoder.decode(line)
