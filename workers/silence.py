"""A system elsewhere that has been silent several times counts as away, and is left in peace.

Otherwise each of hundreds of cases would wait for its silence, one after the other.
"""

import time
from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

T = TypeVar("T")
SILENCES: Final = 5
"""So many questions in a row without an answer."""
PAUSE_S: Final = 30.0
"""For so long it is not asked then. After that one question shows whether it is back."""


class CircuitBreaker:
    """``away`` is the exception by which silence is told. ``clock`` only goes on."""

    def __init__(self, away: type[Exception], clock: Callable[[], float] = time.monotonic) -> None:
        self._away = away
        self._clock = clock
        self._silences = 0
        self._again_at = 0.0

    @property
    def open(self) -> bool:
        """Whether nobody asks at present."""
        return self._silences >= SILENCES and self._clock() < self._again_at

    async def asked(self, question: Callable[[], Awaitable[T]]) -> T:
        """Asks, unless the system counts as away. Then it raises ``away`` at once."""
        if self.open:
            raise self._away("it has been silent too often")
        try:
            answer = await question()
        except self._away:
            self._silences += 1
            self._again_at = self._clock() + PAUSE_S
            raise
        self._silences = 0
        return answer
