"""The generic writer: load the rows a batch touches, fold, save, add the difference.

A handful of statements whatever the batch size. Figures move by contribution
after less contribution before, in the rows' own transaction, so they are always
the sum over the rows and a repeated batch changes nothing.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Final, Generic
from uuid import UUID

import msgspec
from psycopg.sql import SQL, Composed, Identifier

from domain.claims import ClaimReleased, ClaimTaken
from domain.event_store import arrays
from domain.event_store.transaction import Connection
from domain.recorded_event import RecordedEvent
from projections.columns import Columns
from projections.projection import Projection, Row

LIVE: Final = "projections"


class Writer(Generic[Row]):
    """Writes one projection into the tables of one schema."""

    def __init__(self, projection: Projection[Row], schema: str = LIVE) -> None:
        self.projection = projection
        self._columns = Columns(projection.row)
        self._load = _load(schema, projection.name, self._columns.names)
        self._save = _save(schema, projection.name, self._columns.names)
        self._figures: Columns[msgspec.Struct] | None = None
        if projection.figure:
            self._figures = Columns(projection.figure)
            self._add = _add(schema, projection.name, self._figures.names)

    async def apply(self, connection: Connection, batch: Sequence[RecordedEvent]) -> None:
        """Inside the caller's transaction; the batch in log order."""
        histories: dict[UUID, list[RecordedEvent]] = defaultdict(list)
        for recorded in batch:
            if not isinstance(recorded.event, (ClaimTaken, ClaimReleased)):
                histories[recorded.stream].append(recorded)
        before = await self._rows(
            connection, [case for case, events in histories.items() if events[0].version > 1]
        )
        fold = self.projection.fold
        after: dict[UUID, Row] = {}
        for case, events in histories.items():
            old = row = before.get(case)
            for recorded in events:
                row = fold(row, recorded)
            if row is not None and row is not old:
                after[case] = row
        if after:
            await self._write(connection, before, after)

    async def _rows(self, connection: Connection, cases: Sequence[UUID]) -> dict[UUID, Row]:
        if not cases:
            return {}
        cursor = await connection.execute(
            self._load, (arrays.uuids(cases),), prepare=True, binary=True
        )
        row = self._columns.row
        return {values[0]: row(values) for values in await cursor.fetchall()}

    async def _write(
        self, connection: Connection, before: dict[UUID, Row], after: dict[UUID, Row]
    ) -> None:
        async with connection.pipeline():
            await connection.execute(
                self._save, self._columns.arrays(list(after.values())), prepare=True
            )
            if self._figures and (changed := self._difference(before, after)):
                keys = [self._figures.struct(*key) for key in changed]
                await connection.execute(
                    self._add,
                    [*self._figures.arrays(keys), arrays.int8s(changed.values())],
                    prepare=True,
                )

    def _difference(self, before: dict[UUID, Row], after: dict[UUID, Row]) -> dict[Any, int]:
        """Keys in sorted order: two writers then take the rows' locks in the same order."""
        contribution = self.projection.contribution
        sums: dict[tuple[Any, ...], int] = defaultdict(int)
        for case, row in after.items():
            for key, value in contribution(row).items():
                sums[key] += value
            if old := before.get(case):
                for key, value in contribution(old).items():
                    sums[key] -= value
        return {key: sums[key] for key in sorted(sums) if sums[key]}


def _names(names: Sequence[str]) -> Composed:
    return SQL(", ").join(Identifier(name) for name in names)


def _places(count: int) -> Composed:
    return SQL(", ").join([SQL("%b")] * count)


def _load(schema: str, table: str, names: Sequence[str]) -> Composed:
    return SQL("SELECT {} FROM {} WHERE case_id = ANY(%b)").format(
        _names(names), Identifier(schema, table)
    )


def _save(schema: str, table: str, names: Sequence[str]) -> Composed:
    return SQL(
        "INSERT INTO {} ({}) SELECT * FROM unnest({}) "
        "ON CONFLICT (case_id) DO UPDATE SET ({}) = ({})"
    ).format(
        Identifier(schema, table),
        _names(names),
        _places(len(names)),
        _names(names[1:]),
        SQL(", ").join(Identifier("excluded", name) for name in names[1:]),
    )


def _add(schema: str, table: str, names: Sequence[str]) -> Composed:
    figures = f"{table}_figures"
    return SQL(
        "INSERT INTO {} ({}, value) SELECT * FROM unnest({}) ON CONFLICT ({}) "
        "DO UPDATE SET value = {}.value + excluded.value"
    ).format(
        Identifier(schema, figures),
        _names(names),
        _places(len(names) + 1),
        _names(names),
        Identifier(figures),
    )
