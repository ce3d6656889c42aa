"""Commands to money that the post has collected."""

from datetime import date
from uuid import UUID

from domain.message import Command


class CollectionCommand(Command, frozen=True, kw_only=True):
    """A request about it."""


class BookCollection(CollectionCommand, frozen=True, kw_only=True):
    """Put down what the post has taken at the door."""

    item_no: str
    case: UUID
    office: str
    amount_fen: int


class SettleCollection(CollectionCommand, frozen=True, kw_only=True):
    """Put down that the post has paid it over. The same statement is the same money."""

    statement_no: str
    amount_fen: int
    settled_on: date
