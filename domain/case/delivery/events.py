"""Events of this chapter. These names and fields are stored for ever."""

from datetime import date, datetime

from domain.case.vocabulary import CaseEvent, Sealed
from domain.parcels.reasons import FailedDelivery, ScanStatus


class HandedToPost(CaseEvent, frozen=True, kw_only=True):
    item_no: str
    attempt: int
    expected_by: date


class ParcelScanned(CaseEvent, frozen=True, kw_only=True):
    status: ScanStatus
    place: str
    scanned_at: datetime


class DeliveryFailed(CaseEvent, frozen=True, kw_only=True):
    reason: FailedDelivery


class ParcelDelivered(CaseEvent, frozen=True, kw_only=True):
    delivered_on: date
    collected_fen: int = 0


class ParcelReturned(CaseEvent, frozen=True, kw_only=True):
    keep_until: date


class RepostRequested(CaseEvent, frozen=True, kw_only=True):
    """``taken_in_by`` is the officer who entered it for whoever stood at his window."""

    sealed: Sealed
    destination_region: str
    hand_over_by: date
    postage_fen: int = 0
    taken_in_by: str | None = None


class ChangedToPickup(CaseEvent, frozen=True, kw_only=True):
    """``taken_in_by`` is the officer who entered it for whoever stood at his window."""

    office: str
    keep_until: date
    taken_in_by: str | None = None


class ChangedToPost(CaseEvent, frozen=True, kw_only=True):
    """``taken_in_by`` is the officer who entered it for whoever stood at his window."""

    sealed: Sealed
    destination_region: str
    hand_over_by: date
    postage_fen: int = 0
    taken_in_by: str | None = None


class PostalDeliveryChosen(CaseEvent, frozen=True, kw_only=True):
    """Before a document is made the citizen chooses the post instead of a counter that is closed.

    It costs no postage. ``taken_in_by`` is the officer who entered it for whoever stood at his
    window.
    """

    sealed: Sealed
    destination_region: str
    taken_in_by: str | None = None


class PickedUp(CaseEvent, frozen=True, kw_only=True):
    """``collected_fen`` came in at the counter, in cash or ``by_card``."""

    officer: str
    collected_fen: int = 0
    by_card: bool = False


class PickupExpired(CaseEvent, frozen=True, kw_only=True):
    """Nobody came within the pick-up hold."""

    reconsider_by: date | None = None
    sue_by: date | None = None
