"""Events about a till. These names and fields are stored for ever. Money is in fen."""

from datetime import date
from uuid import UUID

from domain.message import Event
from domain.tills.cause import DifferenceCause


class TillEvent(Event, frozen=True, kw_only=True):
    """Something that happened to the till of an officer."""

    officer: str


class TakingBooked(TillEvent, frozen=True, kw_only=True):
    """A payment for ``case`` came in at the window, in cash or by card.

    What was counted before it counts no longer.
    """

    office: str
    day: date
    case: UUID
    amount_fen: int
    by_card: bool = False


class TillCounted(TillEvent, frozen=True, kw_only=True):
    """The officer counted the cash and added up the slips of the card reader.

    ``booked_cash_fen`` and ``booked_card_fen`` are what the books said at that moment. The
    ``cause`` is named where they differ from what was counted.
    """

    cash_fen: int
    card_fen: int
    booked_cash_fen: int
    booked_card_fen: int
    cause: DifferenceCause | None = None


class TillClosed(TillEvent, frozen=True, kw_only=True):
    """Another officer, ``closed_by``, has counted again and has taken the money over.

    He confirms both differences. Below 0 money is missing.
    """

    closed_by: str
    cash_fen: int
    card_fen: int
    cash_difference_fen: int
    card_difference_fen: int
