"""The draw of a prefecture and a day: to what the office is bound, and the seed once it is told."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec
from msgspec.structs import replace

from domain.draws.draw import DRAW
from domain.draws.events import DrawCommitted, DrawRevealed
from projections.engine.log_reader import Read
from projections.engine.projection import Projection


class DrawRow(msgspec.Struct, frozen=True, gc=False):
    """One draw. The instants are those of the commitment and of the revelation in the log."""

    stream: UUID
    region: str
    day: date
    commitment: str
    committed_at: datetime
    opens_at: datetime
    seed: str | None = None
    revealed_at: datetime | None = None


def fold(row: DrawRow | None, history: Sequence[Read]) -> DrawRow | None:
    for recorded in history:
        event, at = recorded.envelope.event, recorded.envelope.at
        if isinstance(event, DrawCommitted):
            row = DrawRow(
                recorded.stream, event.region, event.day, event.commitment, at, event.opens_at
            )
        elif isinstance(event, DrawRevealed) and row:
            row = replace(row, seed=event.seed, revealed_at=at)
    return row


DRAWS: Final = Projection(
    name="draws",
    of=(DRAW,),
    tables=Path(__file__).with_name("schema.sql"),
    row=DrawRow,
    fold=fold,
)
