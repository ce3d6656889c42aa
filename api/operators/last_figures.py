"""Gathers figures in the background, so that telling them costs no question and never fails."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from api.desk import Desk
from api.operators.figures import Figures, figures

EVERY_S: Final = 5.0
_LOG: Final = logging.getLogger(__name__)


class LastFigures:
    """The figures of one desk as they were last found, and why no command was taken then."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._at = asyncio.get_running_loop().time()
        self.last: Figures | None = None
        self.up = False
        self.cause: str | None = "starting"

    @property
    def age_s(self) -> float:
        """Seconds since the figures were found, or since they have been looked for in vain."""
        return asyncio.get_running_loop().time() - self._at

    async def gather(self) -> None:
        """Looks once. The log gets the kind of a failure when it begins, and not its text."""
        begun = asyncio.get_running_loop().time()
        self.cause = await self._desk.readiness.cause()
        try:
            self.last = await figures(self._desk)
        except Exception as away:  # noqa: BLE001 - whatever it is, the last figures stay
            if self.up:
                _LOG.warning("The figures of operators stand still: %s", type(away).__qualname__)
            self.up = False
        else:
            self._at = begun
            self.up = True

    async def run(self) -> None:
        """Looks every five seconds until it is cancelled."""
        while True:
            await self.gather()
            await asyncio.sleep(EVERY_S)


@asynccontextmanager
async def kept_fresh(desk: Desk) -> AsyncIterator[LastFigures]:
    """Gathers while the context is open."""
    made = LastFigures(desk)
    running = asyncio.create_task(made.run())
    try:
        yield made
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
