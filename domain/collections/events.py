"""Events about money that the post collects. These names and fields are stored for ever.

Money is in fen.
"""

from datetime import date
from uuid import UUID

from domain.message import Event


class CollectionEvent(Event, frozen=True, kw_only=True):
    """Something that happened to the money that was collected with an item."""

    item_no: str


class CollectionBooked(CollectionEvent, frozen=True, kw_only=True):
    """The post has taken it from the recipient. ``office`` is that of the case."""

    case: UUID
    office: str
    amount_fen: int
    collected_on: date


class CollectionSettled(CollectionEvent, frozen=True, kw_only=True):
    """The post has paid it over, by the statement of this number."""

    statement_no: str
    amount_fen: int
    settled_on: date
