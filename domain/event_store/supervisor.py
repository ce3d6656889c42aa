"""Nobody awaits a task that serves others, so somebody must notice when it dies."""

import asyncio
import logging
from contextlib import suppress
from typing import Final, Protocol

_LOG: Final = logging.getLogger(__name__)

RESTART_AFTER_S = 0.5


class Supervised(Protocol):
    """A task that serves others. ``run`` ends after ``close``, and may be called again."""

    async def run(self) -> None: ...
    def close(self) -> None: ...


class Supervisor:
    """Runs a service again when it has died. Meanwhile it is :attr:`stopped`."""

    def __init__(self, name: str, service: Supervised) -> None:
        self.name = name
        self.stopped = False
        self._service = service
        self._closing = asyncio.Event()

    async def run(self) -> None:
        """Keeps the service running until :meth:`close` is called.

        The log gets the kind of an error and not its text, which may be personal data.
        """
        while True:
            serving = asyncio.create_task(self._service.run(), name=self.name)
            await asyncio.wait({serving})
            died = asyncio.CancelledError() if serving.cancelled() else serving.exception()
            if self._closing.is_set() and died is None:
                return
            self.stopped = True
            _LOG.error("the %s died: %s", self.name, type(died).__qualname__)
            if self._closing.is_set():
                return
            with suppress(TimeoutError):
                await asyncio.wait_for(self._closing.wait(), RESTART_AFTER_S)
            self.stopped = False

    def close(self) -> None:
        self._closing.set()
        self._service.close()
