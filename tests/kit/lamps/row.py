"""A read model of lamps: how each shines, and how many shine in each colour."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec
from msgspec.structs import replace

from projections.engine.log_reader import Read
from projections.engine.projection import Figures, Projection
from tests.kit.lamps.lamp import LAMP, LampLit


class Shining(msgspec.Struct, frozen=True):
    """``colour`` is None while the lamp is off."""

    stream: UUID
    version: int
    colour: str | None


class Colour(msgspec.Struct, frozen=True):
    """The key of a figure."""

    colour: str


def fold(row: Shining | None, history: Sequence[Read]) -> Shining | None:
    for recorded in history:
        event = recorded.envelope.event
        row = replace(
            row or Shining(recorded.stream, 0, None),
            version=recorded.version,
            colour=event.colour if isinstance(event, LampLit) else None,
        )
    return row


def contribution(row: Shining) -> Figures:
    return {(row.colour,): 1} if row.colour else {}


SHINING: Final = Projection(
    name="shining",
    of=(LAMP,),
    tables=Path(__file__).with_name("schema.sql"),
    row=Shining,
    fold=fold,
    contribution=contribution,
    figure=Colour,
)
