"""Which worker, and from where a projector gets its events: the choices of the command line."""

from enum import StrEnum


class Worker(StrEnum):
    """Which worker. ``all`` runs several in one process, and ``project`` means ``projector``."""

    ALL = "all"
    PROJECTOR = "projector"
    PROJECT = "project"
    TIMEKEEPER = "timekeeper"
    REACTOR = "reactor"
    RELAY = "relay"


class FeedKind(StrEnum):
    """From where a projector gets its events."""

    STORE = "store"
    KAFKA = "kafka"
