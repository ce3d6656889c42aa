"""Events of this chapter. These names and fields are stored for ever. Money is in fen."""

from datetime import date, datetime

from domain.case.vocabulary import CaseEvent
from domain.penalties.reasons import ServiceManner


class FactsShown(CaseEvent, frozen=True, kw_only=True):
    """The driver was told what is on record, by which law, and that he may be heard (APL art. 31).

    A fine of 0 is a warning.
    """

    officer: str
    act_code: str
    occurred_on: date
    fine_fen: int
    points: int


class FactsAccepted(CaseEvent, frozen=True, kw_only=True):
    """The driver has nothing against them."""


class StatementMade(CaseEvent, frozen=True, kw_only=True):
    """The driver has said what speaks against them, in his application or in the ``note``.

    The police of the place of the violation answer by ``answer_by`` (APL art. 32).
    """

    answer_by: date
    note: str | None = None


class StatementRejected(CaseEvent, frozen=True, kw_only=True):
    """He was heard, and the facts stand. Nobody is punished harder for it (APL art. 32)."""

    officer: str
    note: str


class StatementUpheld(CaseEvent, frozen=True, kw_only=True):
    """He was heard, and nobody is punished."""

    officer: str
    note: str


class PenaltyDecided(CaseEvent, frozen=True, kw_only=True):
    """The decision of this number was made by the simple procedure (RTSL art. 107)."""

    officer: str
    decided_on: date
    decision_no: str
    fine_fen: int
    points: int


class DecisionServed(CaseEvent, frozen=True, kw_only=True):
    """The driver received the decision, by which his days to pay and to object begin."""

    received_on: date
    manner: ServiceManner
    reconsider_by: date
    sue_by: date
    fine_due_on: date | None = None


class FineAsked(CaseEvent, frozen=True, kw_only=True):
    """What is owed on ``asked_on`` is asked for until the end of that day.

    A day later it may be more, and is asked for anew.
    """

    asked_on: date
    fine_fen: int
    additional_fen: int
    pay_by: datetime


class FineSettled(CaseEvent, frozen=True, kw_only=True):
    """It was paid, as the receipt of this number shows."""

    fine_fen: int
    additional_fen: int
    paid_on: date
    receipt_no: str
