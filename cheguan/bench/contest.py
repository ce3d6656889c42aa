"""A contest: everyone stores the sample on the server under test, in turn.

Before each turn the server writes out what is left to write, so that nobody pays for another.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Final, LiteralString, NamedTuple

import psycopg

from cheguan.bench import callers, pgbench, rawcopy, saves
from cheguan.bench.emmett import Emmett
from cheguan.bench.load import Window
from cheguan.bench.report import Check
from cheguan.bench.sample import sample
from cheguan.bench.scratch import LIBRARY_SCHEMA, Scratch

_SAVED: Final[LiteralString] = f"SELECT count(*) FROM {LIBRARY_SCHEMA}.cases_events"
_PEERS: Final = {
    "pgbench inserts": pgbench.STORED,
    "raw COPY": rawcopy.STORED,
    "Application.save": _SAVED,
}


class Name(NamedTuple):
    """A contender, and how many of it work at once. ``COPY`` names whose batches it takes."""

    who: str
    many: int

    def __str__(self) -> str:
        return f"{self.who} × {self.many}"


def ours(callers: int) -> Name:
    return Name("ours", callers)


def copies(callers: int) -> Name:
    return Name("raw COPY", callers)


class Contest:
    """What came of it: the windows of each contender in order, and our mean batch sizes."""

    def __init__(self, base: Scratch, tell: Callable[[str], None]) -> None:
        self.windows: dict[Name, list[Window]] = defaultdict(list)
        self.batches: dict[Name, list[float]] = defaultdict(list)
        self.sample = sample()
        self._base = base
        self._tell = tell
        self._appends: list[callers.Appends] = []
        with psycopg.connect(base.url, autocommit=True) as connection:
            connection.execute(rawcopy.TABLE)
            connection.execute(pgbench.TABLE)

    def ours(self, count: int, seconds: float) -> None:
        """Lets so many callers append, and then copies what they stored, in the same batches."""
        self._settle()
        done = callers.append(self._base, self.sample, count, seconds)
        self._appends.append(done)
        self._note(ours(count), done.window)
        ready = rawcopy.batches(self._base.url, done.after)
        self.batches[ours(count)].append(done.stored / len(ready))
        self._settle()
        self._note(copies(count), rawcopy.copy(self._base.url, ready))

    def inserts(self, clients: int, seconds: float) -> None:
        self._settle()
        done = pgbench.insert(self._base, self.sample.state, clients, seconds)
        self._note(Name("pgbench inserts", clients), done)

    def saves(self, threads: int, seconds: float) -> None:
        self._settle()
        done = saves.save(self._base.url, self.sample.body, threads, seconds)
        self._note(Name("Application.save", threads), done)

    def emmett(self, emmett: Emmett, clients: int, seconds: float) -> None:
        self._settle()
        self._note(Name("emmett", clients), emmett.append(clients, seconds))

    def checks(self) -> tuple[Check, ...]:
        """Checks that what was acknowledged is stored: ours event by event, the peers by count."""
        acknowledged = sum(done.acknowledged for done in self._appends)
        stored = sum(done.stored for done in self._appends)
        text = (
            f"ours: {acknowledged:,} acknowledged, {stored:,} stored, each at the position its "
            "caller was told, with its command in the log"
        )
        by_event = Check(text=text, held=all(done.same for done in self._appends))
        with psycopg.connect(self._base.url) as connection:
            return (
                by_event,
                *(
                    counted(who, self._windows_of(who), connection.execute(query).fetchone())
                    for who, query in _PEERS.items()
                    if self._windows_of(who)
                ),
            )

    def _windows_of(self, who: str) -> list[Window]:
        return [window for name in self.windows if name.who == who for window in self.windows[name]]

    def _note(self, name: Name, window: Window) -> None:
        self.windows[name].append(window)
        self._tell(f"{name}: {window.rate:,.0f}/s")

    def _settle(self) -> None:
        with psycopg.connect(self._base.url, autocommit=True) as connection:
            connection.execute("CHECKPOINT")


def counted(who: str, windows: Sequence[Window], row: tuple[int, ...] | None) -> Check:
    """Whether the table of ``who`` holds what was answered and no more."""
    answered, stored = sum(window.answered for window in windows), row[0] if row else 0
    return Check(
        text=f"{who}: {answered:,} acknowledged, {stored:,} stored", held=answered == stored
    )
