"""What stands in the books of the simulated bank, an entry a line of its file."""

from datetime import date, datetime
from uuid import UUID

import msgspec

from domain.calendar import local_day
from domain.orders.refund import RefundFailure
from domain.payments.port import WantedPayment, WantedRefund


class BookEntry(msgspec.Struct, frozen=True, kw_only=True, tag=True, tag_field="type"):
    """Something that the bank has done. ``at`` is the wall clock."""

    at: datetime


class PageOpened(BookEntry, frozen=True, kw_only=True):
    """Somebody is led to the page of a payment."""

    id: UUID
    wanted: WantedPayment


class Booked(BookEntry, frozen=True, kw_only=True):
    """Somebody has paid. ``booked_at`` is by the clock of whoever has asked for the payment."""

    bank_reference: str
    order: UUID
    amount_fen: int
    booked_at: datetime
    notify_url: str

    @property
    def booked_on(self) -> date:
        return local_day(self.booked_at)

    @property
    def message(self) -> str:
        """The id of the callback that tells of it."""
        return f"msg_{self.bank_reference}"


class GivenBack(BookEntry, frozen=True, kw_only=True):
    """A refund was carried out, or was not, for a reason."""

    id: UUID
    wanted: WantedRefund
    booked_at: datetime
    bank_reference: str = ""
    reason: RefundFailure | None = None

    @property
    def booked_on(self) -> date:
        return local_day(self.booked_at)


class Delivered(BookEntry, frozen=True, kw_only=True):
    """A callback was taken, or is not sent any more."""

    message: str


AnyBookEntry = PageOpened | Booked | GivenBack | Delivered
