"""A process of ours beside this one. It is started again when it ends by itself."""

import asyncio
import logging
import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from cheguan.itself import again, same_files
from workers.pause import pause

AGAIN_S: Final = 1.0
BEGINS_WITHIN_S: Final = 30.0
REFUSED: Final = 2
_LOG: Final = logging.getLogger(__name__)


class NeverBegan(Exception):
    """A process of ours ended before it had done anything, and has said itself what to mend."""

    def __init__(self) -> None:
        super().__init__("a process of this one was refused: see above")


@dataclass(frozen=True, slots=True)
class Ours:
    """``cheguan`` with these arguments. ``handed`` are descriptors that it goes on using."""

    arguments: tuple[str, ...]
    surroundings: Mapping[str, str]
    handed: Collection[int] = ()

    async def start(self) -> asyncio.subprocess.Process:
        """Starts it in a session of its own, so that Ctrl-C reaches it only through us."""
        return await asyncio.create_subprocess_exec(
            *again("cheguan", *self.arguments),
            env={**os.environ, **same_files(), **self.surroundings},
            pass_fds=tuple(self.handed),
            stdin=asyncio.subprocess.DEVNULL,
            start_new_session=True,
        )


async def keep_up(ours: Ours, stop: asyncio.Event) -> None:
    """Keeps the process up until ``stop`` is set, and then lets it finish.

    Raises :class:`NeverBegan` if its very first start is refused.
    """
    stopping = asyncio.create_task(stop.wait())
    first_until = asyncio.get_running_loop().time() + BEGINS_WITHIN_S
    try:
        while not stop.is_set():
            process = await ours.start()
            try:
                ending = asyncio.create_task(process.wait())
                await asyncio.wait({ending, stopping}, return_when=asyncio.FIRST_COMPLETED)
            finally:
                if process.returncode is None:
                    process.terminate()
                status = await process.wait()
            if stop.is_set():
                return
            if status == REFUSED and asyncio.get_running_loop().time() < first_until:
                raise NeverBegan
            first_until = float("-inf")
            name = " ".join(ours.arguments[:2])
            _LOG.error("cheguan %s ended with %d and is started again.", name, status)
            await pause(stop, AGAIN_S)
    finally:
        stopping.cancel()
