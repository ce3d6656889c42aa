"""Which worker, and from where a projector gets its events: the choices of the command line."""

from enum import StrEnum
from typing import Final


class Worker(StrEnum):
    """Which worker. ``all`` runs several in one process, and ``project`` means ``projector``."""

    ALL = "all"
    PROJECTOR = "projector"
    PROJECT = "project"
    TIMEKEEPER = "timekeeper"
    REACTOR = "reactor"
    CHECKER = "checker"
    RELAY = "relay"


COMMANDING: Final = frozenset({Worker.ALL, Worker.TIMEKEEPER, Worker.REACTOR, Worker.CHECKER})
"""Those that give commands, and so need a clock, keys, and what is known of the store."""


class FeedKind(StrEnum):
    """From where a projector gets its events."""

    STORE = "store"
    KAFKA = "kafka"
