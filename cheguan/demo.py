"""``cheguan demo``: a database, the API, the workers and a simulated town in one process tree."""

from dataclasses import dataclass
from typing import Final

from rich.console import Console

DEFAULT_CASES: Final = 3000


@dataclass(frozen=True, slots=True)
class Demo:
    """A seeded story of so many cases."""

    cases: int
    seed: int
    out: Console

    def once(self) -> int:
        """In a database of its own: load, run until nothing is due, print the summary."""
        raise NotImplementedError

    def stay(self) -> int:
        """Load once, then live until Ctrl-C."""
        raise NotImplementedError
