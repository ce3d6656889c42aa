"""What happens by itself when nobody acts."""

from datetime import datetime

import msgspec


class Timer(msgspec.Struct, frozen=True):
    """From ``at`` on ``PassDeadline(clock)`` is due."""

    clock: str
    at: datetime
