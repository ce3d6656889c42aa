"""The generic writer: load the rows a batch touches, fold, save, add the difference.

A handful of statements whatever the batch size. Figures move by contribution
after less contribution before, in the rows' own transaction, so they are always
the sum over the rows and a repeated batch changes nothing.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import islice
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


Histories = Mapping[UUID, Sequence[RecordedEvent]]
"""A batch by case, each case's events in log order."""


def by_case(batch: Sequence[RecordedEvent]) -> Histories:
    """The batch without the claims, which no read model folds."""
    histories: dict[UUID, list[RecordedEvent]] = defaultdict(list)
    for recorded in batch:
        if not isinstance(recorded.envelope.event, ClaimTaken | ClaimReleased):
            histories[recorded.stream].append(recorded)
    return histories


REMEMBERED: Final = 20_000
"""Rows kept in memory after a commit, those touched last."""


class Writer(Generic[Row]):
    """Writes one projection into the tables of one schema.

    Rows it has just written are remembered, and not loaded again: whoever moves the
    position by compare-and-set knows that nobody else has written meanwhile. After a
    transaction that failed, :meth:`forget` must be called.
    """

    def __init__(self, projection: Projection[Row], schema: str = LIVE) -> None:
        self.projection = projection
        self._columns = Columns(projection.row)
        self._load = _load(schema, projection.name, self._columns.names)
        self._save = _save(schema, projection.name, self._columns.names)
        self._figures: Columns[msgspec.Struct] | None = None
        self._known: dict[UUID, Row] = {}
        self._unsure: dict[UUID, Row] = {}
        if projection.figure:
            self._figures = Columns(projection.figure)
            self._add = _add(schema, projection.name, self._figures.names)

    async def apply(self, connection: Connection, histories: Histories) -> None:
        """Inside the caller's transaction."""
        before = await self._before(connection, histories)
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
        self._unsure = {**before, **after}

    def committed(self) -> None:
        """The transaction of the last batch stands, so its rows may be remembered."""
        for case, row in self._unsure.items():
            self._known.pop(case, None)
            self._known[case] = row
        self._unsure = {}
        for case in list(islice(self._known, max(0, len(self._known) - REMEMBERED))):
            del self._known[case]

    def forget(self) -> None:
        """The last transaction failed, or another wrote: load rows again."""
        self._known, self._unsure = {}, {}

    async def _before(self, connection: Connection, histories: Histories) -> dict[UUID, Row]:
        """The rows of cases that had begun before this batch."""
        begun = [case for case, events in histories.items() if events[0].version > 1]
        before = {case: self._known[case] for case in begun if case in self._known}
        missing = [case for case in begun if case not in before]
        return before | await self._rows(connection, missing)

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
