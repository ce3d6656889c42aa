"""The table of one projection: rows are loaded, and written with what they add to the figures."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, Generic, NamedTuple
from uuid import UUID

import msgspec

from domain.event_store import arrays
from domain.event_store.transaction import Connection
from projections.engine import statements
from projections.engine.columns import Columns
from projections.engine.figures import FigureTables
from projections.engine.projection import Projection, Row
from projections.engine.stream_fold import Kept


class RowChange(NamedTuple, Generic[Row]):
    """What the events of one stream make of its row."""

    stream: UUID
    old: Kept[Row] | None
    new: Kept[Row]


class RowTable(Generic[Row]):
    """Without ``summed`` the totals are left for :meth:`FigureTables.sum_up`."""

    def __init__(self, projection: Projection[Row], schema: str, *, summed: bool) -> None:
        self._projection = projection
        self._schema = schema
        self._columns = Columns(projection.row)
        self._figures = FigureTables(projection, schema, summed=summed)

    async def load(
        self, connection: Connection, streams: Sequence[UUID]
    ) -> tuple[dict[UUID, Kept[Row]], dict[UUID, Exception]]:
        """The rows as they stand in the table, and why some of them cannot be read."""
        query = statements.load(self._schema, self._projection.name, self._columns.names)
        values = (arrays.uuids(streams),)
        cursor = await connection.execute(query, values, prepare=True, binary=True)
        found: dict[UUID, Kept[Row]] = {}
        unread: dict[UUID, Exception] = {}
        for stored in await cursor.fetchall():
            try:
                row = self._columns.row(stored)
                found[stored[0]] = Kept(row, self._projection.contribution(row))
            except (msgspec.MsgspecError, UnicodeDecodeError) as failure:
                unread[stored[0]] = failure
        return found, unread

    async def write(self, connection: Connection, changes: Sequence[RowChange[Row]]) -> None:
        schema, table = self._schema, self._projection.name
        async with connection.pipeline():
            if begun := [change.new.row for change in changes if change.old is None]:
                query = statements.insert(schema, table, self._columns.names)
                await connection.execute(query, self._columns.of_rows(begun), prepare=True)
            moved = [(c.old.row, c.new.row) for c in changes if c.old is not None]
            names = self._columns.changed(moved) if moved else ()
            if names[1:]:
                query = statements.update(schema, table, names)
                values = self._columns.of_rows([row for _, row in moved], names)
                await connection.execute(query, values, prepare=True)
            await self._figures.add(connection, _difference(changes))

    async def remove(self, connection: Connection, stream: UUID, kept: Kept[Row]) -> None:
        """Takes the row out, and what it adds out of the figures."""
        query = statements.delete(self._schema, self._projection.name)
        await connection.execute(query, (stream,))
        taken = {key: -value for key, value in kept.figures.items()}
        await self._figures.add(connection, taken)


def _difference(changes: Iterable[RowChange[Any]]) -> dict[tuple[Any, ...], int]:
    sums: dict[tuple[Any, ...], int] = defaultdict(int)
    for change in changes:
        for key, value in change.new.figures.items():
            sums[key] += value
        if change.old:
            for key, value in change.old.figures.items():
                sums[key] -= value
    return sums
