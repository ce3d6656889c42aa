"""Whether commands are taken, as the parts that take them say."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

from domain.event_store.pending import StoreUnavailable

_FRESH_S: Final = 0.25
_PATIENCE_S: Final = 2.0
_SILENT: Final = "the database does not answer"


class Readiness:
    """Asks ``checks``, each of which raises the reason if it is not ready.

    However many want to know, the parts are asked one time, and four times a second at most.
    """

    def __init__(self, *checks: Callable[[], Awaitable[None]]) -> None:
        self._checks = checks
        self._asking: asyncio.Task[None] | None = None
        self._asked_at = float("-inf")
        self._cause: str | None = None

    async def cause(self) -> str | None:
        """Why no command is taken, within two seconds. None means that commands are taken."""
        if asyncio.get_running_loop().time() - self._asked_at < _FRESH_S:
            return self._cause
        if self._asking is None:
            self._asking = asyncio.create_task(self._ask())
        answered, _ = await asyncio.wait({self._asking}, timeout=_PATIENCE_S)
        return self._cause if answered else _SILENT

    async def close(self) -> None:
        """Returns when nothing is asked any more."""
        if self._asking is not None:
            await self._asking

    async def _ask(self) -> None:
        try:
            self._cause = await self._found()
        finally:
            self._asked_at = asyncio.get_running_loop().time()
            self._asking = None

    async def _found(self) -> str | None:
        try:
            for check in self._checks:
                await check()
        except StoreUnavailable as unready:
            return str(unready)
        except Exception as away:  # noqa: BLE001 - whatever keeps it from being ready
            return type(away).__name__
        return None
