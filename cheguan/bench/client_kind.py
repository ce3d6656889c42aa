"""Which client loads the servers: a choice of the command line."""

from enum import StrEnum


class ClientKind(StrEnum):
    """Which client. ``auto`` means wrk where it is installed, and otherwise our own."""

    AUTO = "auto"
    WRK = "wrk"
    OWN = "own"
