"""A row a penalty decision: what was imposed, until when it is to be paid, and what came in."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec
from msgspec.structs import replace

from domain.message import Event
from domain.penalties.events import (
    FinePaid,
    FineRefunded,
    PenaltyImposed,
    PenaltyRevoked,
    PenaltyServed,
)
from domain.penalties.penalty import PENALTY
from domain.penalties.state import PenaltyStage
from projections.engine.log_reader import Read
from projections.engine.projection import Projection


class Fine(msgspec.Struct, frozen=True, gc=False):
    """``paid_fen`` is fine and additional penalty together. A fine of 0 is a warning.

    ``refunded_fen`` is what the order was told to give back, or what the treasury has given back.
    """

    stream: UUID
    office: str
    stage: str
    decided_on: date
    decided_online: bool
    fine_fen: int
    pay_by: date | None
    paid_on: date | None
    paid_fen: int
    paid_online: bool
    refunded_fen: int


def fold(row: Fine | None, history: Sequence[Read]) -> Fine | None:
    """Pure: the row of the events before and of these."""
    for recorded in history:
        event = recorded.envelope.event
        if isinstance(event, PenaltyImposed):
            row = Fine(
                stream=recorded.stream,
                office=event.office,
                stage=PenaltyStage.IMPOSED,
                decided_on=event.decided_on,
                decided_online=event.online,
                fine_fen=event.fine_fen,
                pay_by=None,
                paid_on=None,
                paid_fen=0,
                paid_online=False,
                refunded_fen=0,
            )
        elif row is not None:
            row = _after(row, event)
    return row


def _after(row: Fine, event: Event) -> Fine:
    match event:
        case PenaltyServed():
            return replace(row, stage=event.stage, pay_by=event.pay_by)
        case FinePaid():
            return replace(
                row,
                stage=PenaltyStage.PAID,
                paid_on=event.paid_on,
                paid_fen=event.fine_fen + event.additional_fen,
                paid_online=event.online,
            )
        case PenaltyRevoked():
            back = event.refund_fen if event.paid_in else 0
            return replace(row, stage=PenaltyStage.REVOKED, refunded_fen=back)
        case FineRefunded():
            return replace(row, refunded_fen=row.refunded_fen + event.amount_fen)
    return row


FINES: Final = Projection(
    name="fines",
    of=(PENALTY,),
    tables=Path(__file__).with_name("schema.sql"),
    row=Fine,
    fold=fold,
)
