"""The decisions of each prefecture, so that nobody who looks at windows folds them again.

A decision takes effect on its day without anyone doing anything (ADR 56). So a row has what was
decided, and whoever asks names a day.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, LiteralString
from uuid import UUID

import msgspec

from domain.event_store.transaction import Connection
from domain.offices.tree import REGIONS
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import Prefecture
from projections.engine.log_reader import Read
from projections.engine.projection import Projection

_ALL: Final[LiteralString] = "SELECT region, state FROM projections.windows"
_state: Final = msgspec.json.Decoder(Prefecture).decode


class PrefectureRow(msgspec.Struct, frozen=True):
    """One prefecture, as all its decisions leave it."""

    stream: UUID
    region: str
    state: Prefecture


def fold(row: PrefectureRow | None, history: Sequence[Read]) -> PrefectureRow:
    """Pure: the row of the events before and of these."""
    state = row.state if row else PREFECTURE.initial
    for recorded in history:
        state = PREFECTURE.evolve(state, recorded.envelope.event)
    if row and state is row.state:
        return row
    return PrefectureRow(history[0].stream, state.region, state)


WINDOWS: Final = Projection(
    name="windows",
    of=(PREFECTURE,),
    tables=Path(__file__).with_name("schema.sql"),
    row=PrefectureRow,
    fold=fold,
)


async def prefectures(connection: Connection) -> Mapping[str, Prefecture]:
    """Every prefecture by region. One that has decided nothing has not begun."""
    cursor = await connection.execute(_ALL)
    decided = {region: _state(state) for region, state in await cursor.fetchall()}
    return {region: decided.get(region, PREFECTURE.initial) for region in REGIONS}
