"""Keeps a server of this process up: it is started again when it ends by itself, or we end too."""

import logging
import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, Protocol

PAUSES_S: Final = (0.5, 1.0, 2.0, 4.0, 8.0)
"""Before each attempt to start again. After the last the server is given up."""
WELL_AFTER_S: Final = 60.0
"""A server that has run so long had no lasting fault, and begins with the first pause again."""
LEAVE_WITHIN_S: Final = 20.0

_LOG: Final = logging.getLogger(__name__)


class DidNotStart(Exception):
    """A server that we run did not start. The message has what it said last."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"{name} does not start: {why}")


class ServerLost(Exception):
    """A server that we run has ended, and does not come back."""


class Keepable(Protocol):
    """A server that may end by itself."""

    name: str

    def wait(self) -> int:
        """Returns the exit code when the server has ended."""
        ...

    def start_again(self) -> None:
        """Raises :class:`DidNotStart`, or ``OSError``."""
        ...

    def last_words(self) -> str:
        """One line of its log that tells best why it ended."""
        ...


@contextmanager
def kept_up(server: Keepable) -> Iterator[None]:
    """Keeps a started server up while the context is open; the caller stops it afterwards.

    If it cannot be kept up, the main thread is interrupted as by Ctrl-C, and the context ends
    with :class:`ServerLost`. A process that has not left in time is ended.
    """
    keeper = _Keeper(server)
    keeper.start()
    try:
        yield
    except BaseException:
        if keeper.lost:
            raise keeper.lost from None
        raise
    finally:
        keeper.ending.set()
    if keeper.lost:
        raise keeper.lost


class _Keeper(threading.Thread):
    def __init__(self, server: Keepable) -> None:
        super().__init__(name=f"keeper of {server.name}", daemon=True)
        self._server = server
        self.ending = threading.Event()
        self.lost: ServerLost | None = None

    def run(self) -> None:
        failures, began = 0, time.monotonic()
        while not self._ended():
            if time.monotonic() - began > WELL_AFTER_S:
                failures = 0
            if failures == len(PAUSES_S):
                self._give_up()
                return
            if self.ending.wait(PAUSES_S[failures]):
                return
            failures, began = failures + 1, time.monotonic()
            self._try_again()

    def _ended(self) -> bool:
        """Waits for the end of the server, and says whether that was meant."""
        code = self._server.wait()
        if not self.ending.is_set():
            _LOG.error(
                "%s ended with %d (%s) and is started again.",
                self._server.name,
                code,
                self._server.last_words(),
            )
        return self.ending.is_set()

    def _try_again(self) -> None:
        try:
            self._server.start_again()
        except (DidNotStart, OSError) as failed:
            if not self.ending.is_set():
                _LOG.error("%s", failed)

    def _give_up(self) -> None:
        self.lost = ServerLost(
            f"{self._server.name} has ended and does not come back: {self._server.last_words()}"
        )
        os.kill(os.getpid(), signal.SIGINT)
        if not self.ending.wait(LEAVE_WITHIN_S):
            _LOG.error("%s", self.lost)
            os._exit(2)
