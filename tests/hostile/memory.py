"""How much memory a process holds, as the kernel counts it."""

import asyncio
import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

_PAGE: Final = os.sysconf("SC_PAGE_SIZE")
_MEGABYTE: Final = 1024 * 1024
_EVERY_S: Final = 0.05


def resident_mb(pid: int) -> float:
    """The resident memory of a process, or 0 if there is no such process."""
    try:
        pages = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]
    except (OSError, IndexError):
        return 0.0
    return int(pages) * _PAGE / _MEGABYTE


class Peak:
    """The most that a process, or the one in its place, held while this context was open."""

    def __init__(self, pid: Callable[[], int]) -> None:
        self.mb = resident_mb(pid())
        self._pid = pid
        self._looking: asyncio.Task[None] | None = None

    async def __aenter__(self) -> "Peak":
        self._looking = asyncio.create_task(self._look())
        return self

    async def __aexit__(self, *ended: object) -> None:
        assert self._looking
        self._looking.cancel()
        await asyncio.gather(self._looking, return_exceptions=True)
        self.mb = max(self.mb, resident_mb(self._pid()))

    async def _look(self) -> None:
        while True:
            self.mb = max(self.mb, resident_mb(self._pid()))
            await asyncio.sleep(_EVERY_S)
