"""One row for each number that was ever touched. Which one it is no row says."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final, LiteralString, NamedTuple
from uuid import UUID

import msgspec
from msgspec.structs import replace

from domain.event_store.transaction import Connection
from domain.numbers.events import PlateNumberEvent
from domain.numbers.number import NUMBER
from domain.numbers.stage import NumberStage
from projections.engine.log_reader import Read
from projections.engine.projection import Figures, Projection

_COUNTED: Final[LiteralString] = """
SELECT prefix, plate_kind, stage, value FROM projections.numbers_figures
WHERE value <> 0 ORDER BY prefix, plate_kind, stage"""


class NumberRow(msgspec.Struct, frozen=True, gc=False):
    """A number of which the prefix or the kind is not known has an empty text in its place."""

    stream: UUID
    prefix: str
    plate_kind: str
    stage: NumberStage


class NumbersByPrefix(msgspec.Struct, frozen=True):
    """The key of a figure."""

    prefix: str
    plate_kind: str
    stage: str


class CountedNumbers(NamedTuple):
    """So many numbers of a prefix and a kind stand at a stage."""

    prefix: str
    plate_kind: str
    stage: NumberStage
    numbers: int


def fold(row: NumberRow | None, history: Sequence[Read]) -> NumberRow | None:
    """Pure: the row of the events before and of these. What is once known of a number stays."""
    for recorded in history:
        event = recorded.envelope.event
        if not isinstance(event, PlateNumberEvent):
            continue
        row = row or NumberRow(recorded.stream, "", "", NumberStage.FREE)
        row = replace(
            row,
            prefix=event.prefix or row.prefix,
            plate_kind=event.plate_kind or row.plate_kind,
            stage=NUMBER.stage_after(row.stage, event),
        )
    return row


def contribution(row: NumberRow) -> Figures:
    """A number counts once. An offer runs out by itself, so what was offered counts as free."""
    offered = row.stage is NumberStage.OFFERED
    stage = NumberStage.FREE if offered else row.stage
    return {(row.prefix, row.plate_kind, str(stage)): 1}


NUMBERS: Final = Projection(
    name="numbers",
    of=(NUMBER,),
    tables=Path(__file__).with_name("schema.sql"),
    row=NumberRow,
    fold=fold,
    contribution=contribution,
    figure=NumbersByPrefix,
)


async def counted_numbers(connection: Connection) -> Sequence[CountedNumbers]:
    """Those that anybody has wanted. An untouched number is free, and stands nowhere."""
    cursor = await connection.execute(_COUNTED)
    return [
        CountedNumbers(prefix, kind, NumberStage(stage), value)
        for prefix, kind, stage, value in await cursor.fetchall()
    ]
