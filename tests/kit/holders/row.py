"""A read model of claims: who holds what, and how much of each kind is held."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import msgspec
from msgspec.structs import replace

from domain.claims.claim import CLAIM
from domain.claims.events import ClaimReleased, ClaimTaken
from projections.engine.log_reader import Read
from projections.engine.projection import Figures, Projection


class Held(msgspec.Struct, frozen=True):
    """``holder`` is None when nobody holds it any more."""

    stream: UUID
    version: int
    position: int
    kind: str
    holder: UUID | None
    takings: int


class HeldFigure(msgspec.Struct, frozen=True):
    """The key of a figure."""

    kind: str
    held: bool


def fold(row: Held | None, history: Sequence[Read]) -> Held | None:
    for recorded in history:
        match recorded.envelope.event:
            case ClaimTaken(kind=kind, case=holder):
                before = row or Held(recorded.stream, 0, 0, kind, None, 0)
                row = replace(before, holder=holder, takings=before.takings + 1)
            case ClaimReleased() if row:
                row = replace(row, holder=None)
            case other:
                raise AssertionError(f"{type(other).__name__} is of no claim")
    last = history[-1]
    return replace(row, version=last.version, position=last.position) if row else None


def contribution(row: Held) -> Figures:
    key: tuple[Any, ...] = (row.kind, row.holder is not None)
    return {key: 1}


HOLDERS: Final = Projection(
    name="holders",
    of=(CLAIM,),
    tables=Path(__file__).with_name("schema.sql"),
    row=Held,
    fold=fold,
    contribution=contribution,
    figure=HeldFigure,
)
