"""The row of a stream of which money has moved, and the sums by day, office and way."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import msgspec
from msgspec.structs import replace

from domain.case.case import CASE
from domain.collections.collection import COLLECTION
from domain.orders.order import ORDER
from domain.payments.books import TOPICS, is_for_a_fine
from domain.payments.movement import ChargeKind, Movement, movement
from domain.penalties.events import PenaltyImposed
from domain.penalties.penalty import PENALTY
from projections.engine.log_reader import Read
from projections.engine.projection import Figures, Projection

_TELLING: Final = TOPICS | {PenaltyImposed.__name__}


class MoneyOfStream(msgspec.Struct, frozen=True, gc=False):
    """For what a stream takes money, and every movement of it."""

    stream: UUID
    charge: str
    movements: tuple[Movement, ...]


class TakingsFigure(msgspec.Struct, frozen=True):
    """The key of a sum in fen."""

    day: date
    office: str
    charge: str
    kind: str


def fold(row: MoneyOfStream | None, history: Sequence[Read]) -> MoneyOfStream | None:
    """Pure: the row of the events before and of these."""
    for recorded in history:
        if type(recorded.envelope.event).__name__ not in _TELLING:
            continue
        if is_for_a_fine(recorded.envelope.event) and row is None:
            row = MoneyOfStream(recorded.stream, ChargeKind.FINE, ())
        moved = movement(recorded.envelope)
        if moved is not None:
            row = row or MoneyOfStream(recorded.stream, ChargeKind.FEE, ())
            row = replace(row, movements=(*row.movements, moved))
    return row


def contribution(row: MoneyOfStream) -> Figures:
    counted: Counter[tuple[Any, ...]] = Counter()
    for each in row.movements:
        counted[each.day, each.office, row.charge, str(each.kind)] += each.fen
    return counted


TAKINGS: Final = Projection(
    name="takings",
    of=(ORDER, CASE, COLLECTION, PENALTY),
    tables=Path(__file__).with_name("schema.sql"),
    row=MoneyOfStream,
    fold=fold,
    partial=True,
    contribution=contribution,
    figure=TakingsFigure,
)
