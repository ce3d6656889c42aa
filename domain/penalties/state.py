"""A penalty decision, what is owed on a day, and under which stream it is kept."""

from datetime import date
from typing import Annotated, Final, NamedTuple
from uuid import UUID

from domain.aggregate import State
from domain.choice import Choice
from domain.clocks.fines import additional_penalty
from domain.hidden import HIDDEN
from domain.name_based import uuid5

_SPACE: Final = UUID("8f0b9d62-3c0e-5a44-9d0e-6a3f6a1f7a61").bytes


class PenaltyStage(Choice):
    """``NEW`` is the decision before its first event, and is never stored."""

    NEW = "new", "未作出", "Not on record"
    IMPOSED = "imposed", "已作出，待送达", "Decided, not received yet"
    PAYABLE = "payable", "已送达，待缴款", "To be paid"
    WARNED = "warned", "警告，无须缴款", "A warning, nothing to pay"
    PAID = "paid", "已缴款", "Paid"
    REVOKED = "revoked", "已撤销", "Revoked"


class Owed(NamedTuple):
    """What is to be paid on a day, in fen."""

    fine_fen: int
    additional_fen: int

    @property
    def total_fen(self) -> int:
        return self.fine_fen + self.additional_fen


class PenaltyOnRecord(State, frozen=True):
    """``paid_fen`` is fine and additional penalty together.

    ``paid_in`` is the case in which it was paid, if it was paid in one, and ``refunded_fen`` what
    the treasury has given back of what was paid at a bank.
    """

    stage: PenaltyStage = PenaltyStage.NEW
    decision_no: str = ""
    office: str = ""
    fine_fen: int = 0
    decided_on: date | None = None
    pay_by: date | None = None
    case: UUID | None = None
    violation: Annotated[UUID | None, HIDDEN] = None
    paid_fen: int = 0
    paid_on: date | None = None
    receipt_no: str | None = None
    paid_in: UUID | None = None
    revoked_on: date | None = None
    refunded_fen: int = 0

    def owed_on(self, day: date) -> Owed:
        """The fine, and what is added for each day after ``pay_by`` (RTSL art. 109).

        It is computed whenever somebody asks, so nothing happens from day to day.
        """
        if self.stage is not PenaltyStage.PAYABLE or self.pay_by is None:
            return Owed(0, 0)
        late = (day - self.pay_by).days
        return Owed(self.fine_fen, additional_penalty(self.fine_fen, late, judged_on=self.pay_by))


def penalty_named(decision_no: str) -> UUID:
    """The stream of the decision of this number. It is a number of the office, and of nobody."""
    return uuid5(_SPACE, decision_no)
