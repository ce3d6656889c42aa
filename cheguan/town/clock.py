"""The town's clock: February 2020, told to everyone who asks for the time."""

import time
from collections.abc import Callable
from contextvars import ContextVar
from datetime import UTC, datetime, timedelta
from typing import Final

BEGINS: Final = datetime(2020, 2, 2, 16, 0, tzinfo=UTC)
"""Monday 3 February 2020, 00:00 in Zhengzhou: the first day of the article's count."""
LOADED: Final = datetime(2020, 2, 24, 1, 0, tzinfo=UTC)
"""Monday 24 February 2020, 09:00: windows have just opened in the class-two areas."""

_acting_at: ContextVar[datetime | None] = ContextVar("acting_at", default=None)


class TownClock:
    """While the story is loaded, each act has its own now; afterwards the clock runs.

    The instant of an act is set in the task that carries it out and seen by no other.
    """

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._reached = BEGINS
        self._live: tuple[datetime, float] | None = None

    def __call__(self) -> datetime:
        if self._live is not None:
            since, started = self._live
            return since + timedelta(seconds=self._monotonic() - started)
        return _acting_at.get() or self._reached

    def act_at(self, instant: datetime) -> None:
        """Let it be ``instant`` for the running task, until the clock runs by itself."""
        _acting_at.set(instant)
        self._reached = max(self._reached, instant)

    def go_live(self, at: datetime = LOADED) -> None:
        """Run from ``at``, for everyone; pass a later instant where a store already has one."""
        self._live = (at, self._monotonic())
