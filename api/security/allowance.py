"""How much is written: a hostile caller must fill no disk, and silence nobody but himself."""

import time
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Final

_WINDOW_S: Final = 60
LINES: Final = 30
"""So many lines of one code are written in a minute for one who has signed in, and for all who
have not together."""


class Allowance:
    """Admits ``lines`` of one code and caller in a minute, and counts the others by code.

    ``clock`` gives seconds.
    """

    def __init__(self, lines: int = LINES, clock: Callable[[], float] = time.monotonic) -> None:
        self._lines = lines
        self._clock = clock
        self._minute = 0
        self._written: Counter[tuple[str, str]] = Counter()
        self._left_out: Counter[str] = Counter()

    def admits(self, code: str, who: str) -> bool:
        """Whether one more line is written in this minute. Call :meth:`left_out` before."""
        if self._written[code, who] < self._lines:
            self._written[code, who] += 1
            return True
        self._left_out[code] += 1
        return False

    def left_out(self) -> Mapping[str, int]:
        """What was left out of a minute that is over, by code. It is told once."""
        minute = int(self._clock() // _WINDOW_S)
        if minute == self._minute:
            return {}
        left_out, self._left_out = self._left_out, Counter()
        self._written.clear()
        self._minute = minute
        return left_out

    @property
    def rest_s(self) -> float:
        """How long the minute still lasts."""
        return _WINDOW_S - self._clock() % _WINDOW_S
