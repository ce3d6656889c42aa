"""Our side: many callers in one process, each of which asks again when it is answered."""

import asyncio
import time
from dataclasses import dataclass, field
from typing import Final, LiteralString
from uuid import UUID

import psycopg

from cheguan.bench.load import Window, window
from cheguan.bench.sample import Sample
from cheguan.bench.scratch import Scratch
from cheguan.event_loop import run
from cheguan.registry import REGISTRY
from domain.event_store.pending import Appended
from domain.event_store.store import PostgresEventStore, open_store

_LAST: Final[LiteralString] = "SELECT coalesce(max(notification_id), 0) FROM stored_events"
_SINCE: Final[LiteralString] = """
SELECT originator_id, command_log.position
FROM stored_events FULL JOIN command_log ON command_log.position = notification_id
WHERE coalesce(notification_id, command_log.position) > %s"""


@dataclass(frozen=True)
class Appends:
    """What was seen, and whether all of it is stored and nothing else.

    ``after`` is the last position before the window.
    """

    window: Window
    after: int
    acknowledged: int
    stored: int
    same: bool


@dataclass
class _Seen:
    latencies: list[float] = field(default_factory=list)
    positions: dict[UUID, int] = field(default_factory=dict)
    failed: int = 0


def append(base: Scratch, sample: Sample, callers: int, seconds: float) -> Appends:
    """Appends as the service does, with the journal of acknowledgements and notices to readers."""
    after = _last(base.url)
    seen = _Seen()
    took = run(_load(base, sample, callers, seconds, seen))
    stored = positions_since(base.url, after)
    return Appends(
        window=window(took, seen.latencies, seen.failed),
        after=after,
        acknowledged=len(seen.positions),
        stored=len(stored),
        same=stored == seen.positions,
    )


def positions_since(url: str, after: int) -> dict[UUID, int]:
    """The position of each new stream's event, if its command is in the log at that position."""
    with psycopg.connect(url) as connection:
        return dict(connection.execute(_SINCE, (after,), binary=True).fetchall())


async def _load(base: Scratch, sample: Sample, callers: int, seconds: float, seen: _Seen) -> float:
    """Makes one append to connect, then gives the seconds that each of the others took."""
    async with open_store(base.url, REGISTRY.codec, known=base.folder / "known") as store:
        await _ask(store, sample, "first", seen)
        seen.latencies.clear()
        started = time.perf_counter()
        until = started + seconds
        names = [f"caller-{number}" for number in range(callers)]
        await asyncio.gather(*(_call(store, sample, name, until, seen) for name in names))
        return time.perf_counter() - started


async def _call(
    store: PostgresEventStore, sample: Sample, name: str, until: float, seen: _Seen
) -> None:
    while time.perf_counter() < until:
        await _ask(store, sample, name, seen)


async def _ask(store: PostgresEventStore, sample: Sample, name: str, seen: _Seen) -> None:
    asked = time.perf_counter()
    pending = sample.command(name)
    answer = await store.append(pending)
    seen.latencies.append(time.perf_counter() - asked)
    if isinstance(answer, Appended):
        seen.positions[pending.writes[0].stream] = answer.position
    else:
        seen.failed += 1


def _last(url: str) -> int:
    with psycopg.connect(url) as connection:
        row = connection.execute(_LAST).fetchone()
    assert row
    return int(row[0])
