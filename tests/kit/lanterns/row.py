"""A read model of lanterns: which there are."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec
from msgspec.structs import replace

from projections.engine.log_reader import Read
from projections.engine.projection import Projection
from tests.kit.lanterns.lantern import LANTERN


class Hung(msgspec.Struct, frozen=True):
    stream: UUID
    version: int


def fold(row: Hung | None, history: Sequence[Read]) -> Hung | None:
    for recorded in history:
        row = replace(row or Hung(recorded.stream, 0), version=recorded.version)
    return row


HUNG: Final = Projection(
    name="hung",
    of=(LANTERN,),
    tables=Path(__file__).with_name("schema.sql"),
    row=Hung,
    fold=fold,
)
