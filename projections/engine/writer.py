"""The generic writer: it loads the rows that a batch touches, folds, saves, adds the difference.

That takes a handful of statements, whatever the size of the batch. Figures move by the
contribution after less the contribution before, in the rows' own transaction. So they are always
the sum over the rows, and a repeated batch changes nothing (ADR 23).
"""

import struct
from collections.abc import Mapping, Sequence
from typing import Final, Generic
from uuid import UUID

import psycopg

from domain.event_store.transaction import Connection
from projections.engine import parking
from projections.engine.histories import Histories, Streams
from projections.engine.log_reader import Read
from projections.engine.parking import Waiting
from projections.engine.projection import Projection, Row
from projections.engine.remembered import Remembered
from projections.engine.row_table import RowChange, RowTable
from projections.engine.stream_fold import Kept, Poison, after, folded, poison

LIVE: Final = "projections"

_UNWRITABLE: Final = (
    psycopg.DataError,
    psycopg.IntegrityError,
    ValueError,
    TypeError,
    OverflowError,
    struct.error,
)
"""What a row that no column takes raises. A lost connection is none of these."""


class Writer(Generic[Row]):
    """Writes one projection into the tables of one schema.

    Rows it has just written are remembered, and not loaded again: whoever moves the
    position by compare-and-set knows that no other follower has written meanwhile, and
    a repair says so itself. After a transaction that failed, :meth:`forget` must be called.
    """

    def __init__(
        self, projection: Projection[Row], schema: str = LIVE, *, summed: bool = True
    ) -> None:
        """Without ``summed`` the totals are left for :meth:`FigureTables.sum_up`."""
        self.projection = projection
        self.schema = schema
        self._table = RowTable(projection, schema, summed=summed)
        self._repairs: int | None = None
        self._parked: set[UUID] = set()
        self._known = Remembered[Row]()
        self._unsure: dict[UUID, Kept[Row]] = {}

    async def apply(self, connection: Connection, histories: Histories) -> None:
        """Folds the streams of this read model's kinds, inside the caller's transaction."""
        await self._look(connection)
        streams = histories.of(*self.projection.of)
        waiting = [
            Waiting(stream, history[-1].position, len(history))
            for stream in self._parked
            if (history := streams.get(stream))
        ]
        if waiting:
            await parking.note(connection, self.schema, self.projection.name, waiting)
            streams = {s: history for s, history in streams.items() if s not in self._parked}
        before, unread = await self._before(connection, streams)
        if unread:
            stopped = [poison(streams[stream], 0, error) for stream, error in unread.items()]
            await parking.park(connection, self.schema, self.projection.name, stopped)
            self._parked |= unread.keys()
            streams = {s: history for s, history in streams.items() if s not in unread}
        self._unsure = dict(before)
        await self._advance(connection, before, streams)

    async def begin(self, connection: Connection, streams: Streams) -> None:
        """Folds whole streams for the first time, each asked for once and then forgotten."""
        await self._advance(connection, {}, streams)
        self._unsure = {}

    async def _advance(
        self, connection: Connection, before: Mapping[UUID, Kept[Row]], streams: Streams
    ) -> None:
        changes, unfoldable = self._fold(before, streams)
        unwritable = await self._keep(connection, changes, streams)
        if stopped := {p.stream: p for p in (*unfoldable, *unwritable)}:
            await parking.park(connection, self.schema, self.projection.name, stopped.values())
            self._parked |= stopped.keys()

    async def remove(self, connection: Connection, stream: UUID, before: Sequence[Read]) -> None:
        """Takes the row of a stream out of the table, and what it adds out of the figures.

        It is what ``before`` folds to, which tells what a row adds that cannot be read.
        """
        rows, unread = await self._table.load(connection, [stream])
        kept = after(self.projection, None, before) if stream in unread else rows.get(stream)
        if kept:
            await self._table.remove(connection, stream, kept)

    def committed(self) -> None:
        """The transaction of the last batch stands, so its rows may be remembered."""
        self._known.keep(self._unsure)
        self._unsure = {}

    def forget(self) -> None:
        """Forgets every row, because the last transaction failed or another has written."""
        self._known.clear()
        self._unsure, self._repairs = {}, None

    async def _look(self, connection: Connection) -> None:
        """Begins again from the tables if they were repaired since."""
        name = self.projection.name
        times = await parking.repairs(connection, name)
        if times != self._repairs:
            self.forget()
            self._parked = await parking.parked_streams(connection, self.schema, name)
            self._repairs = times

    def _fold(
        self, before: Mapping[UUID, Kept[Row]], streams: Streams
    ) -> tuple[list[RowChange[Row]], list[Poison]]:
        changes, poisons = [], []
        for stream, history in streams.items():
            old = before.get(stream)
            new, stopped = folded(self.projection, old, history)
            if new is not None and new is not old:
                changes.append(RowChange(stream, old, new))
            if stopped:
                poisons.append(stopped)
        return changes, poisons

    async def _before(
        self, connection: Connection, streams: Streams
    ) -> tuple[dict[UUID, Kept[Row]], Mapping[UUID, Exception]]:
        """The rows of streams that had begun before this batch, and those it cannot read."""
        before: dict[UUID, Kept[Row]] = {}
        missing = []
        for stream, history in streams.items():
            if history[0].version > 1:
                if kept := self._known.get(stream):
                    before[stream] = kept
                else:
                    missing.append(stream)
        rows, unread = await self._table.load(connection, missing) if missing else ({}, {})
        return before | rows, unread

    async def _keep(
        self, connection: Connection, changes: Sequence[RowChange[Row]], streams: Streams
    ) -> list[Poison]:
        """Writes what can be written. A stream whose row no column takes stops there."""
        if not changes:
            return []
        try:
            async with connection.transaction():
                await self._table.write(connection, changes)
        except _UNWRITABLE:
            if len(changes) == 1:
                history = streams[changes[0].stream]
                return await self._keep_as_far_as_possible(connection, changes[0], history)
            half = len(changes) // 2
            return [
                *await self._keep(connection, changes[:half], streams),
                *await self._keep(connection, changes[half:], streams),
            ]
        for change in changes:
            self._unsure[change.stream] = change.new
        return []

    async def _keep_as_far_as_possible(
        self, connection: Connection, change: RowChange[Row], history: Sequence[Read]
    ) -> list[Poison]:
        stream, kept = change.stream, change.old
        for place in range(len(history)):
            recorded = history[place : place + 1]
            new, stopped = folded(self.projection, kept, recorded)
            if stopped:
                break
            if new is None or new is kept:
                continue
            try:
                async with connection.transaction():
                    await self._table.write(connection, [RowChange(stream, kept, new)])
            except _UNWRITABLE as error:
                return [poison(history, place, error)]
            self._unsure[stream] = kept = new
        return []
