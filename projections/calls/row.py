"""A row a prefecture: the days of its telephone log, and what they count."""

from collections.abc import Sequence
from datetime import date
from functools import reduce
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec

from domain.call_logs.call_log import CALL_LOG
from domain.call_logs.state import CallLog
from projections.engine.log_reader import Read
from projections.engine.projection import Figures, Projection
from projections.throughput.definitions.service_quality import OFFERED, TAKEN, WAITED_S


class CallLogRow(msgspec.Struct, frozen=True, gc=False):
    """One telephone log."""

    stream: UUID
    state: CallLog


class CallFigure(msgspec.Struct, frozen=True):
    """The key of a figure: a day, the office, and what is counted."""

    day: date
    office: str
    what: str


def fold(row: CallLogRow | None, history: Sequence[Read]) -> CallLogRow | None:
    """Pure: the row of the events before and of these."""
    if not history:
        return row
    before = row.state if row else CALL_LOG.initial
    state = reduce(CALL_LOG.evolve, (each.envelope.event for each in history), before)
    return row if row and state == before else CallLogRow(history[0].stream, state)


def contribution(row: CallLogRow) -> Figures:
    return {
        (each.on, each.office, what): value
        for each in row.state.days.values()
        for what, value in (
            (OFFERED, each.offered),
            (TAKEN, each.answered),
            (WAITED_S, each.waited_s),
        )
    }


CALLS: Final = Projection(
    name="calls",
    of=(CALL_LOG,),
    tables=Path(__file__).with_name("schema.sql"),
    row=CallLogRow,
    fold=fold,
    contribution=contribution,
    figure=CallFigure,
)
