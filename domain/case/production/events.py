"""Events of this chapter. These names and fields are stored for ever."""

from datetime import date

from domain.case.stage import Stage
from domain.case.vocabulary import CaseEvent
from domain.services.blank import BlankKind


class ProductionOrdered(CaseEvent, frozen=True, kw_only=True):
    """The plates or the document are being made."""


class DocumentProduced(CaseEvent, frozen=True, kw_only=True):
    """It is made. ``document_no`` is the serial of the blank; ``keep_until`` is set for pick-up.

    ``blank`` is of which kind, from the store of the ``office``.
    """

    stage: Stage
    document_no: str
    hand_over_by: date | None = None
    keep_until: date | None = None
    office: str = ""
    blank: BlankKind | None = None


class OldPlateReturned(CaseEvent, frozen=True, kw_only=True):
    """The surviving plate is back at the office."""


class LossDeclared(CaseEvent, frozen=True, kw_only=True):
    """The owner answers for the loss of the old plate, which is void from this moment."""


class CaseClosed(CaseEvent, frozen=True, kw_only=True):
    """The document is with the citizen, the old one is settled, and the fee is paid."""
