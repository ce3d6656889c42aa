"""A claim, and where the claims of a case stand.

The stream's id is computed from what is claimed, so the event store's primary key
decides between two cases that claim the same thing at once.
"""

from datetime import date, datetime
from typing import Annotated, Final
from uuid import UUID

from domain.aggregate import State
from domain.choice import Choice
from domain.hidden import HIDDEN
from domain.name_based import uuid5
from domain.titles import Title

_SPACE: Final = UUID("8f0b9d62-3c0e-5a44-9d0e-6a3f6a1f7a01").bytes


class ClaimStage(Choice):
    FREE = "free", "空闲", "Free"
    HELD = "held", "已占用", "Held"


class Claim(State, frozen=True):
    """Who holds the claim, and when it was last taken.

    A plate number is that of a ``vehicle``, or is kept for the owner of the one that has borne it.
    """

    stage: ClaimStage = ClaimStage.FREE
    holder: Annotated[UUID | None, Title("占用案件", "held by the case")] = None
    taken_on: date | None = None
    taken_at: datetime | None = None
    vehicle: Annotated[UUID | None, HIDDEN] = None
    parcel: Annotated[UUID | None, Title("邮件", "parcel")] = None
    kept_until: Annotated[date | None, Title("号码保留至", "number kept until")] = None
    kept_for_index: Annotated[bytes | None, HIDDEN] = None


def open_case(exclusive: str, subject: bytes) -> UUID:
    """The claim to have the one open case of an exclusion group and a vehicle or licence.

    ``subject`` is a keyed name of it, so nobody can guess the id from a number.
    """
    return uuid5(_SPACE, f"open_case:{exclusive}:{subject.hex()}")


def register_record(stream: UUID) -> UUID:
    """The claim to the record of a vehicle or licence in the register.

    The case whose outcome was the last to change it holds it.
    """
    return uuid5(_SPACE, f"register_record:{stream}")


def postal_item(item_no: str) -> UUID:
    """The claim to a postal item number."""
    return uuid5(_SPACE, f"postal_item:{item_no}")


def exam_session(permit: UUID, on: date, session: str) -> UUID:
    """The claim of a learner to one examination of a session. Nobody sits two at once.

    ``permit`` is the stream of his permit.
    """
    return uuid5(_SPACE, f"exam_session:{permit}:{on.isoformat()}:{session}")


def number_choice(vehicle: UUID) -> UUID:
    """The claim to the one number that is chosen online for a vehicle before its registration."""
    return uuid5(_SPACE, f"number_choice:{vehicle}")
