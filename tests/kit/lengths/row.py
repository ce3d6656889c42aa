"""A read model of every kind of stream: how long it is, and with what it began."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec
from msgspec.structs import replace

from domain.aggregates import AGGREGATES
from projections.engine.log_reader import Read
from projections.engine.projection import Projection


class Length(msgspec.Struct, frozen=True):
    """``first`` is the class name of the first event."""

    stream: UUID
    events: int
    first: str


def fold(row: Length | None, history: Sequence[Read]) -> Length | None:
    for recorded in history:
        name = type(recorded.envelope.event).__name__
        row = replace(row, events=row.events + 1) if row else Length(recorded.stream, 1, name)
    return row


LENGTHS: Final = Projection(
    name="lengths",
    of=AGGREGATES,
    tables=Path(__file__).with_name("schema.sql"),
    row=Length,
    fold=fold,
)
