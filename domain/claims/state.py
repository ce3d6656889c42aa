"""A claim, and where the claims of a case stand.

The stream's id is computed from what is claimed, so the event store's primary key
decides between two cases that claim the same thing at once.
"""

from datetime import date
from typing import Annotated, Final
from uuid import UUID

from domain.aggregate import State
from domain.choice import Choice
from domain.name_based import uuid5
from domain.titles import Title

_SPACE: Final = UUID("8f0b9d62-3c0e-5a44-9d0e-6a3f6a1f7a01").bytes


class ClaimStage(Choice):
    FREE = "free", "空闲", "Free"
    HELD = "held", "已占用", "Held"


class Claim(State, frozen=True):
    """Who holds the claim, and when it was last taken."""

    stage: ClaimStage = ClaimStage.FREE
    holder: Annotated[UUID | None, Title("占用案件", "held by the case")] = None
    taken_on: date | None = None


def open_case(exclusive: str, subject: bytes) -> UUID:
    """The claim to have the one open case of an exclusion group and a vehicle or licence.

    ``subject`` is a keyed name of it, so nobody can guess the id from a number.
    """
    return uuid5(_SPACE, f"open_case:{exclusive}:{subject.hex()}")


def postal_item(item_no: str) -> UUID:
    """The claim to a postal item number."""
    return uuid5(_SPACE, f"postal_item:{item_no}")
