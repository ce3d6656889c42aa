"""Time-ordered case ids: UUID version 7 of RFC 9562 §5.7, so the index grows at one end."""

import time
from os import urandom
from uuid import UUID


def new_case_id() -> UUID:
    """Draws an id: 48 bits of milliseconds since 1970, then 74 random bits."""
    milliseconds = time.time_ns() // 1_000_000
    number = milliseconds << 80 | int.from_bytes(urandom(10), "big")
    number = number & ~(0xF << 76) | 0x7 << 76
    return UUID(int=number & ~(0x3 << 62) | 0x2 << 62)
