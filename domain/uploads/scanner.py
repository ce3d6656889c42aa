"""Who says whether a file is malware."""

from enum import Enum, auto
from typing import Protocol

from domain.uploads.upload import Scan


class Verdict(Enum):
    """``UNKNOWN``: the scanner is away, or could not tell. The file waits in quarantine."""

    CLEAN = auto()
    NOT_SCANNED = auto()
    INFECTED = auto()
    UNKNOWN = auto()

    @property
    def scan(self) -> Scan:
        """What is noted of a file that may be released or must wait."""
        if self is Verdict.CLEAN:
            return Scan.CLEAN
        return Scan.NONE if self is Verdict.NOT_SCANNED else Scan.PENDING


class Scanner(Protocol):
    async def verdict(self, content: bytes) -> Verdict: ...


class NoScanner:
    """Where none was set up, a file is released after the other checks, and the receipt says so."""

    async def verdict(self, content: bytes) -> Verdict:
        return Verdict.NOT_SCANNED
