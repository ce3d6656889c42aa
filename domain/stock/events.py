"""Events about the blanks of an office. These names and fields are stored for ever."""

from uuid import UUID

from domain.message import Event
from domain.services.blank import BlankKind
from domain.stock.reasons import SpoiltReason


class StockEvent(Event, frozen=True, kw_only=True):
    """Something that happened to the blanks of one kind at one office."""

    office: str
    kind: BlankKind


class BlanksReceived(StockEvent, frozen=True, kw_only=True):
    """Blanks came in, from serial ``first`` to serial ``last``."""

    first: str
    last: str
    blanks: int


class BlankUsed(StockEvent, frozen=True, kw_only=True):
    """A document was made of it for a case. ``in_store``: the books had it in store."""

    serial: str
    case: UUID
    in_store: bool


class BlankSpoilt(StockEvent, frozen=True, kw_only=True):
    """It cannot be used any more."""

    serial: str
    reason: SpoiltReason


class BlanksCounted(StockEvent, frozen=True, kw_only=True):
    """Somebody counted ``counted`` blanks in store, where the books had ``on_the_books``.

    From then on the books have what was counted.
    """

    counted: int
    on_the_books: int
