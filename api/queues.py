"""The officers' queues by name, and cursors into them."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

import msgspec

from api.problems import Problem
from domain.case.stage import Stage
from projections.caseload.queries import QueuePlace


@dataclass(frozen=True, slots=True)
class Queue:
    """Which cases wait here: those at some stages, only late, green, ``free`` or ``warned`` ones.

    Nobody reviews a free one. Of a warned one somebody must say what is done about its deadline;
    from the day on which it is due it is in none of the queues of a stage until he has.
    """

    stages: tuple[str, ...] | None = None
    late: bool = False
    green: bool | None = None
    free: bool = False
    warned: bool = False

    @property
    def at_work(self) -> bool:
        return self.stages is not None


QUEUES: Final[Mapping[str, Queue]] = {
    "all": Queue(),
    "payment": Queue((Stage.PAYMENT_PENDING,)),
    "intake": Queue((Stage.SUBMITTED,)),
    "correction": Queue((Stage.CORRECTION_REQUESTED,)),
    "on_site": Queue((Stage.ON_SITE_REQUIRED,)),
    "review": Queue((Stage.ACCEPTED, Stage.IN_REVIEW)),
    "production": Queue((Stage.APPROVED, Stage.IN_PRODUCTION)),
    "dispatch": Queue((Stage.READY_TO_SEND,)),
    "post": Queue((Stage.IN_POST,)),
    "returned": Queue((Stage.RETURNED,)),
    "pickup": Queue((Stage.READY_FOR_PICKUP,)),
    "closing": Queue((Stage.DELIVERED,)),
    "warned": Queue(warned=True),
    "late": Queue(late=True),
    "green": Queue(green=True),
}


class _Cursor(msgspec.Struct, frozen=True, array_like=True):
    green: bool
    due_on: date | None
    case: UUID


def cursor_of(place: QueuePlace) -> str:
    """Writes the end of a page as an opaque text."""
    cursor = _Cursor(place.green, place.due_on, place.case_id)
    return urlsafe_b64encode(msgspec.json.encode(cursor)).decode().rstrip("=")


def place_of(cursor: str) -> QueuePlace:
    """Reads a cursor. Raises 400 for a text that is none of ours."""
    try:
        raw = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        read = msgspec.json.decode(raw, type=_Cursor)
    except (ValueError, msgspec.DecodeError):
        raise Problem("cursor-invalid", 400) from None
    return QueuePlace(read.green, read.due_on, read.case)
