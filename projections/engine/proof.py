"""Folds a read model again from the events, and compares it with its tables (ADR 71).

Tables, positions and events are read in one snapshot. So whatever is appended or folded meanwhile
is in neither of them, and what differs is wrong.
"""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from time import monotonic
from typing import Any, Final, LiteralString
from uuid import UUID

import msgspec
from psycopg.sql import SQL, Identifier

from domain.codec import Codec
from domain.event_store.server_cursor import server_cursor
from domain.event_store.transaction import Connection
from projections.engine.log_reader import Read
from projections.engine.parking import parked
from projections.engine.partitions import partition_of
from projections.engine.parts import EVENTS, boundaries, parts, streams_of
from projections.engine.projection import Figures, Projection
from projections.engine.row_table import RowTable
from projections.engine.snapshot import snapshot
from projections.engine.stream_fold import folded
from projections.engine.writer import LIVE

ROWS: Final = "rows"
"""The name under which a row that differs is counted."""
_MEASURE: Final = "measure"
"""The column that names a figure. Where there is none, the last of the key does."""
_POSITIONS: Final[LiteralString] = """
SELECT partition, position FROM projections.position
WHERE name = %s AND epoch = (SELECT max(epoch) FROM store_epoch) ORDER BY partition"""
_COUNT: Final = SQL("SELECT count(*) FROM {}")
_FIGURES: Final = SQL("SELECT * FROM {} WHERE value <> 0")
_CURSOR: Final = "cheguan_proof"
_PAGE: Final = 5_000

Rest = Callable[[float], Awaitable[None]]
"""Waits after a piece of work that took so many seconds."""


class FigureDifference(msgspec.Struct, frozen=True):
    """``places`` cells of a figure differ. They are ``folded`` together, and the table ``has``."""

    table: str
    figure: str
    places: int
    folded: int
    has: int


class ComparedModel(msgspec.Struct, frozen=True):
    """What was compared of one read model, as it stood at ``position``."""

    position: int
    rows: int
    figures: int
    parked: int
    differences: Sequence[FigureDifference]


async def at_once(seconds: float) -> None:
    """Does not rest, but lets others have their turn."""
    await asyncio.sleep(0)


async def compared(
    connection: Connection, projection: Projection[Any], codec: Codec, rest: Rest = at_once
) -> ComparedModel:
    """Compares every row and figure. A parked stream is folded as far as the read model could."""
    async with snapshot(connection):
        positions = await _positions(connection, projection.name)
        if not positions:
            return ComparedModel(0, 0, 0, 0, ())
        stopped = {p.stream: p.position for p in await parked(connection, [projection.name])}
        again = _Again(projection, positions, stopped)
        last = max(positions)
        between = await boundaries(connection, codec, projection.of, last, EVENTS)
        for part in parts("", projection, codec, LIVE, last, between):
            async with streams_of(connection, part) as chunks:
                async for streams in chunks:
                    began = monotonic()
                    live, unread = await again.table.load(connection, list(streams))
                    rows = {key: kept.row for key, kept in live.items()}
                    again.compare(streams, rows, set(unread))
                    await rest(monotonic() - began)
        has = await _count(connection, projection)
        differences = again.of_rows(has)
        figures = 0
        sums = {key: value for key, value in again.sums.items() if value}
        both = (sums, projection.totals(sums))
        for (table, key), own in zip(projection.counts.items(), both, strict=False):
            names = key.__struct_fields__
            place = names.index(_MEASURE) if _MEASURE in names else len(names) - 1
            count, found = await _of_figures(connection, table, own, place, rest)
            figures += count
            differences += found
    return ComparedModel(min(positions), again.rows, figures, len(stopped), differences)


class _Again:
    """What is folded again: rows are compared at once, and figures are summed up."""

    def __init__(
        self, projection: Projection[Any], positions: Sequence[int], stopped: Mapping[UUID, int]
    ) -> None:
        self.table: RowTable[Any] = RowTable(projection, LIVE, summed=False)
        self.sums: dict[tuple[Any, ...], int] = defaultdict(int)
        self.rows = 0
        self._projection = projection
        self._positions = positions
        self._stopped = stopped
        self._different = 0
        self._seen = 0

    def compare(
        self, streams: Mapping[UUID, Sequence[Read]], live: Mapping[UUID, Any], unread: set[UUID]
    ) -> None:
        for stream, history in streams.items():
            kept, _ = folded(self._projection, None, self._folded_yet(stream, history))
            row = kept.row if kept else None
            self.rows += row is not None
            self._seen += stream in live or stream in unread
            self._different += stream in unread or row != live.get(stream)
            for key, value in kept.figures.items() if kept else ():
                self.sums[key] += value

    def of_rows(self, has: int) -> list[FigureDifference]:
        """Those that differ, and those in the table of which no event tells."""
        different = self._different + has - self._seen
        if not different:
            return []
        return [FigureDifference(self._projection.name, ROWS, different, self.rows, has)]

    def _folded_yet(self, stream: UUID, history: Sequence[Read]) -> Sequence[Read]:
        """The events up to where the read model stands, or to the one that it cannot fold."""
        upto = self._positions[partition_of(stream) if len(self._positions) > 1 else 0]
        upto = min(upto, self._stopped.get(stream, upto + 1) - 1)
        return [each for each in history if each.position <= upto]


async def _positions(connection: Connection, name: str) -> list[int]:
    cursor = await connection.execute(_POSITIONS, (name,))
    return [position for _, position in await cursor.fetchall()]


async def _count(connection: Connection, projection: Projection[Any]) -> int:
    cursor = await connection.execute(_COUNT.format(Identifier(LIVE, projection.name)))
    return int((await cursor.fetchall())[0][0])


async def _of_figures(
    connection: Connection, table: str, own: Figures, place: int, rest: Rest
) -> tuple[int, list[FigureDifference]]:
    """How many figures were compared, and which differ. They are named by a column of the key."""
    left = {key: value for key, value in own.items() if value}
    places: Counter[str] = Counter()
    folded_to: Counter[str] = Counter()
    has: Counter[str] = Counter()

    def different(key: tuple[Any, ...], mine: int, theirs: int) -> None:
        name = str(key[place])
        places[name] += 1
        folded_to[name] += mine
        has[name] += theirs

    compared_figures = len(left)
    async with connection.transaction(), server_cursor(connection, _CURSOR) as cursor:
        await cursor.execute(_FIGURES.format(Identifier(LIVE, table)))
        while page := await cursor.fetchmany(_PAGE):
            began = monotonic()
            for *columns, value in page:
                key = tuple(columns)
                mine = left.pop(key, 0)
                if mine != value:
                    compared_figures += not mine
                    different(key, mine, value)
            await rest(monotonic() - began)
    for key, mine in left.items():
        different(key, mine, 0)
    return compared_figures, [
        FigureDifference(table, name, places[name], folded_to[name], has[name])
        for name in sorted(places)
    ]
