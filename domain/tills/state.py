"""A till, and under which stream it is kept."""

from datetime import date
from typing import Final
from uuid import UUID

from domain.aggregate import State
from domain.choice import Choice
from domain.name_based import uuid5
from domain.tills.cause import DifferenceCause

_SPACE: Final = UUID("8f0b9d62-3c0e-5a44-9d0e-6a3f6a1f7a91").bytes


class TillStage(Choice):
    """The stages. ``NEW`` is the till before its first event, and is never stored."""

    NEW = "new", "尚无收款", "Nothing taken yet"
    OPEN = "open", "待清点", "To be counted"
    COUNTED = "counted", "已清点，待复核", "To be closed"
    CLOSED = "closed", "已结账", "Closed"


class Till(State, frozen=True):
    """What one officer took at a window on one day, and what he counted. Money is in fen.

    ``cash_fen`` and ``card_fen`` are those of the books, ``takings`` says in how many payments.
    What was counted is None until it is counted, and again when more has come in since.
    """

    stage: TillStage = TillStage.NEW
    office: str = ""
    officer: str = ""
    day: date | None = None
    takings: int = 0
    cash_fen: int = 0
    card_fen: int = 0
    counted_cash_fen: int | None = None
    counted_card_fen: int | None = None
    cause: DifferenceCause | None = None
    closed_by: str | None = None

    @property
    def cash_difference_fen(self) -> int:
        """Counted less booked. Below 0 cash is missing. It is 0 as long as nothing is counted."""
        return 0 if self.counted_cash_fen is None else self.counted_cash_fen - self.cash_fen

    @property
    def card_difference_fen(self) -> int:
        return 0 if self.counted_card_fen is None else self.counted_card_fen - self.card_fen


def till_of(office: str, officer: str, day: date) -> UUID:
    """The till of an officer, as events name him, at an office on one of its days."""
    return uuid5(_SPACE, f"{office}:{day.isoformat()}:{officer}")
