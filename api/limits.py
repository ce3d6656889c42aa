"""What the gate lets a request be."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """A body is at most ``body_limit`` bytes and arrives within ``body_seconds``."""

    body_limit: int
    body_seconds: float
