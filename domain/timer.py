"""What happens by itself when nobody acts."""

from datetime import datetime

import msgspec


class Timer(msgspec.Struct, frozen=True):
    """``PassDeadline(clock)`` is due from ``at`` on."""

    clock: str
    at: datetime
