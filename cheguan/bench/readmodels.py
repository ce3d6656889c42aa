"""Our side: every read model from the beginning of the log, and each of them folded again."""

import asyncio
import time
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import psycopg
from msgspec.structs import replace
from psycopg.sql import SQL, Composed, Identifier

from cheguan.bench.footprint import peak_megabytes
from cheguan.registry import REGISTRY
from domain.event_store.connection import connect
from domain.event_store.log import read_log
from domain.event_store.pending import Appended, Pending
from domain.event_store.store import open_store
from domain.recorded_event import RecordedEvent
from projections.engine.feed import StoreFeed
from projections.engine.parts import Folding
from projections.engine.projection import Projection
from projections.engine.projector import Projector
from projections.engine.rebuild import rebuild
from projections.engine.writer import LIVE

_AT_ONCE: Final = 1000


class NotStored(Exception):
    """A command was not carried out, so the log is not what it should be."""


async def fill(url: str, commands: Sequence[Pending]) -> None:
    """Appends in this order, many at once, as one caller: several would take turns."""
    ordered = [replace(pending, caller="") for pending in commands]
    async with open_store(url, REGISTRY.codec) as store:
        for first in range(0, len(ordered), _AT_ONCE):
            part = ordered[first : first + _AT_ONCE]
            answers = await asyncio.gather(*map(store.append, part))
            if not all(isinstance(answer, Appended) for answer in answers):
                raise NotStored


async def beginning(url: str, count: int) -> Sequence[RecordedEvent]:
    """The first events of the log."""
    connection = await connect(url)
    try:
        return await read_log(connection, REGISTRY.codec, 0, count)
    finally:
        await connection.close()


def forget(url: str) -> None:
    """Empties tables and positions, and gives the planner the statistics of a running system."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(SQL("TRUNCATE {}").format(_tables()))
        connection.execute(SQL("VACUUM (ANALYZE) {}").format(_tables()))


def _tables() -> Composed:
    names = ["position"]
    for each in REGISTRY.projections:
        names += [each.name, *each.counts]
    return SQL(", ").join(Identifier(LIVE, name) for name in names)


async def catch_up(url: str) -> tuple[int, float]:
    """Folds the log into all read models. Returns the number of events, and the seconds."""
    projector = Projector(url, StoreFeed(url, REGISTRY.codec), REGISTRY.projections)
    started = time.perf_counter()
    try:
        return await projector.catch_up(), time.perf_counter() - started
    finally:
        await projector.close()


class Again(NamedTuple):
    """A rebuild. ``same`` says that it equals the live one. The memory is of all processes."""

    same: bool
    seconds: float
    megabytes: float


async def fold_again(url: str, projection: Projection[Any], folding: Folding) -> Again:
    """Rebuilds a read model, and measures time and memory."""
    peak = 0.0

    def look(_done: int, _of: int) -> None:
        nonlocal peak
        peak = max(peak, peak_megabytes())

    started = time.perf_counter()
    before, after = await rebuild(url, projection, REGISTRY.codec, look, folding)
    seconds = time.perf_counter() - started
    return Again(before == after, seconds, max(peak, peak_megabytes()))
