"""How long a message waits for the next try, with some chance in it."""

import hashlib
from datetime import timedelta
from typing import Final
from uuid import UUID

_WAITS: Final = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=5),
    timedelta(hours=10),
)
"""Nearly eighteen hours in all. After that the partner is down for long."""
_MORE: Final = 0.2


def wait_after(message: UUID, tries: int) -> timedelta | None:
    """How long to wait after so many tries in vain, from 1. None says that it is over.

    A part of up to a fifth is added that follows from the message, so that what failed together
    does not come again together.
    """
    if tries > len(_WAITS):
        return None
    drawn = hashlib.sha256(message.bytes + bytes([tries])).digest()[0] / 255
    return _WAITS[tries - 1] * (1 + _MORE * drawn)
