"""The row of a till: what was taken, what was counted, and who closed it."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec
from msgspec.structs import replace

from domain.message import Event
from domain.tills.events import TakingBooked, TillClosed, TillCounted
from domain.tills.state import TillStage
from domain.tills.till import TILL
from projections.engine.log_reader import Read
from projections.engine.projection import Projection


class TillRow(msgspec.Struct, frozen=True, gc=False):
    """Money is in fen. What was counted is None until it is counted."""

    stream: UUID
    office: str
    officer: str
    day: date
    stage: str
    takings: int
    cash_fen: int
    card_fen: int
    counted_cash_fen: int | None
    counted_card_fen: int | None
    cause: str | None
    closed_by: str | None

    @property
    def booked_fen(self) -> int:
        return self.cash_fen + self.card_fen

    @property
    def cash_difference_fen(self) -> int | None:
        """Counted less booked; below 0 cash is missing. None until it is counted."""
        return None if self.counted_cash_fen is None else self.counted_cash_fen - self.cash_fen

    @property
    def card_difference_fen(self) -> int | None:
        return None if self.counted_card_fen is None else self.counted_card_fen - self.card_fen


def fold(row: TillRow | None, history: Sequence[Read]) -> TillRow | None:
    """Pure: the row of the events before and of these."""
    for recorded in history:
        event = recorded.envelope.event
        if isinstance(event, TakingBooked):
            row = _booked(row, recorded.stream, event)
        elif row is not None:
            row = _after(row, event)
    return row


def _booked(row: TillRow | None, stream: UUID, event: TakingBooked) -> TillRow:
    cash, card = (0, event.amount_fen) if event.by_card else (event.amount_fen, 0)
    return TillRow(
        stream=stream,
        office=event.office,
        officer=event.officer,
        day=event.day,
        stage=TillStage.OPEN,
        takings=(row.takings if row else 0) + 1,
        cash_fen=(row.cash_fen if row else 0) + cash,
        card_fen=(row.card_fen if row else 0) + card,
        counted_cash_fen=None,
        counted_card_fen=None,
        cause=None,
        closed_by=None,
    )


def _after(row: TillRow, event: Event) -> TillRow:
    match event:
        case TillCounted():
            return replace(
                row,
                stage=TillStage.COUNTED,
                counted_cash_fen=event.cash_fen,
                counted_card_fen=event.card_fen,
                cause=event.cause,
            )
        case TillClosed():
            return replace(row, stage=TillStage.CLOSED, closed_by=event.closed_by)
    return row


TILLS: Final = Projection(
    name="tills",
    of=(TILL,),
    tables=Path(__file__).with_name("schema.sql"),
    row=TillRow,
    fold=fold,
)
