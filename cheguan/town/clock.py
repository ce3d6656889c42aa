"""The town's clock, which tells February 2020 to everyone who asks for the time."""

import time
from collections.abc import Callable
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Final, NamedTuple

from domain.event_store.service_clock import shown

BEGINS: Final = datetime(2020, 2, 2, 16, 0, tzinfo=UTC)
"""Monday 3 February 2020, 00:00 in Zhengzhou: from then on the announcement counts."""
LOADED: Final = datetime(2020, 2, 24, 1, 0, tzinfo=UTC)
"""Monday 24 February 2020, 09:00: windows have just opened in the class-two areas."""

_acting_at: ContextVar[datetime | None] = ContextVar("acting_at", default=None)


class _Running(NamedTuple):
    at: datetime
    started: float
    speed: float


class TownClock:
    """While the story is loaded, each act has its own time. Afterwards the clock runs.

    The instant of an act is set in the task that carries it out, and no other task sees it.
    """

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._reached = BEGINS
        self._running: _Running | None = None

    def __call__(self) -> datetime:
        if self._running is not None:
            at, started, speed = self._running
            return shown(at, self._monotonic() - started, speed)
        return _acting_at.get() or self._reached

    @property
    def live(self) -> bool:
        """Whether the story has been told and the clock runs by itself."""
        return self._running is not None

    @property
    def speed(self) -> float:
        """How many times as fast as the wall clock it runs."""
        return self._running.speed if self._running else 1.0

    def act_at(self, instant: datetime) -> None:
        """Sets the time of the running task, until the clock runs by itself."""
        _acting_at.set(instant)
        self._reached = max(self._reached, instant)

    def run(self, at: datetime = LOADED, speed: float = 1.0) -> None:
        """Runs from ``at`` for everyone. ``at`` must not be before what a store already has."""
        self._running = _Running(at, self._monotonic(), speed)
