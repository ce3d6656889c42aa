"""A register that has been silent several times counts as away, and is left in peace."""

import time
from collections.abc import Callable

from domain.register.port import Inquiry, RegisterAway, RegisterExtract, RegisterPort
from workers.silence import CircuitBreaker


class Breaker:
    """A :class:`~domain.register.port.RegisterPort` before another. ``clock`` only goes on."""

    def __init__(self, register: RegisterPort, clock: Callable[[], float] = time.monotonic) -> None:
        self._register = register
        self._circuit = CircuitBreaker(RegisterAway, clock)

    @property
    def away(self) -> bool:
        """Whether nobody asks at present."""
        return self._circuit.open

    async def ask(self, inquiry: Inquiry) -> RegisterExtract:
        """Raises :class:`RegisterAway` at once while it counts as away."""
        return await self._circuit.asked(lambda: self._register.ask(inquiry))
