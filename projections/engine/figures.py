"""Writes figures and totals into their tables. They only ever move by differences."""

from typing import Any, Final

from psycopg.sql import SQL, Identifier

from domain.event_store import arrays
from domain.event_store.server_cursor import server_cursor
from domain.event_store.transaction import Connection
from projections.engine import statements
from projections.engine.columns import Columns
from projections.engine.projection import Figures, Projection

_ALL: Final = SQL("SELECT {}, value FROM {}")
_CURSOR: Final = "cheguan_figures"
_PAGE: Final = 20_000


class FigureTables:
    """The figures of one read model in one schema. One that counts nothing has none."""

    def __init__(self, projection: Projection[Any], schema: str, *, summed: bool = True) -> None:
        """Without ``summed`` the totals are left for later, for :meth:`sum_up`."""
        self._projection = projection
        self._schema = schema
        self._summed = summed
        self._counts = [(table, Columns(key)) for table, key in projection.counts.items()]

    async def add(self, connection: Connection, sums: Figures) -> None:
        """Adds figures first, then totals, so that two writers take the locks in one order."""
        for figures, (table, columns) in zip(self._both(sums), self._counts, strict=False):
            await self._add(connection, table, columns, figures)

    async def sum_up(self, connection: Connection) -> None:
        """Makes the totals of figures that were written without them. This happens once."""
        if self._projection.total is None:
            return
        (table, columns), (totals, of_totals) = self._counts
        names = SQL(", ").join(map(Identifier, columns.names))
        query = _ALL.format(names, Identifier(self._schema, table))
        async with connection.transaction(), server_cursor(connection, _CURSOR) as cursor:
            await cursor.execute(query)
            while rows := await cursor.fetchmany(_PAGE):
                sums = self._projection.totals({tuple(key): value for *key, value in rows})
                await self._add(connection, totals, of_totals, sums)

    def _both(self, sums: Figures) -> list[Figures]:
        return [sums, self._projection.totals(sums)] if self._summed else [sums]

    async def _add(
        self, connection: Connection, table: str, columns: Columns[Any], sums: Figures
    ) -> None:
        ordered = sorted((key, value) for key, value in sums.items() if value)
        if ordered:
            keys = columns.of_keys(key for key, _ in ordered)
            values = arrays.int8s(value for _, value in ordered)
            query = statements.add(self._schema, table, columns.names)
            await connection.execute(query, [*keys, values], prepare=True)
