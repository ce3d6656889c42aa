"""A sum that the post has collected, and under which stream it is kept."""

from datetime import date
from typing import Final
from uuid import UUID

from domain.aggregate import State
from domain.choice import Choice
from domain.name_based import uuid5

_SPACE: Final = UUID("8f0b9d62-3c0e-5a44-9d0e-6a3f6a1f7a92").bytes


class CollectionStage(Choice):
    """The stages. ``NEW`` is the sum before its first event, and is never stored."""

    NEW = "new", "尚未代收", "Not collected yet"
    OWED = "owed", "邮政已代收，待结付", "Owed by the post"
    SETTLED = "settled", "邮政已结付", "Paid over by the post"


class Collection(State, frozen=True):
    """What the post has taken with the delivery of one item. Money is in fen."""

    stage: CollectionStage = CollectionStage.NEW
    item_no: str = ""
    case: UUID = UUID(int=0)
    office: str = ""
    amount_fen: int = 0
    collected_on: date | None = None
    statement_no: str = ""
    settled_on: date | None = None


def collection_of(case: UUID, item_no: str) -> UUID:
    """An item number is used again after two years, and then for another case."""
    return uuid5(_SPACE, f"{item_no}:{case}")
