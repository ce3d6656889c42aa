"""A register that has been silent several times counts as away, and is left in peace for a while.

Otherwise each of hundreds of cases would wait for its silence, one after the other.
"""

import time
from collections.abc import Callable
from typing import Final

from domain.register.port import Inquiry, RegisterAway, RegisterExtract, RegisterPort

SILENCES: Final = 5
"""So many questions in a row without an answer."""
PAUSE_S: Final = 30.0
"""For so long it is not asked then. After that one question shows whether it is back."""


class Breaker:
    """A :class:`~domain.register.port.RegisterPort` before another. ``clock`` only goes on."""

    def __init__(self, register: RegisterPort, clock: Callable[[], float] = time.monotonic) -> None:
        self._register = register
        self._clock = clock
        self._silences = 0
        self._again_at = 0.0

    @property
    def away(self) -> bool:
        """Whether nobody asks at present."""
        return self._silences >= SILENCES and self._clock() < self._again_at

    async def ask(self, inquiry: Inquiry) -> RegisterExtract:
        """Raises :class:`RegisterAway` at once while it counts as away."""
        if self.away:
            raise RegisterAway("it has been silent too often")
        try:
            extract = await self._register.ask(inquiry)
        except RegisterAway:
            self._silences += 1
            self._again_at = self._clock() + PAUSE_S
            raise
        self._silences = 0
        return extract
