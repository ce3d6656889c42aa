"""An attack as a declaration: what is done, how much of it, and what must hold against it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tests.hostile.assault import Assault, Size


@dataclass(frozen=True)
class Attack:
    """``does`` is one round of the attack; it says of the assault what must not have happened.

    ``limit`` names what holds it. It comes from so many ``addresses``. Meanwhile at least the
    share ``served`` of the honest requests is served, and the memory of the server grows by at
    most ``grows_mb``.
    """

    name: str
    words: str
    limit: str
    does: Callable[[Assault], Awaitable[None]]
    full: Size
    short: Size | None
    addresses: int = 1
    served: float = 0.8
    grows_mb: float = 64.0
