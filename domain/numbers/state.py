"""A plate number as its history says it is, and which stream is that of a number."""

from datetime import date, datetime
from typing import Annotated, Final
from uuid import UUID

import msgspec

from domain.aggregate import State
from domain.hidden import HIDDEN
from domain.name_based import uuid5
from domain.numbers.stage import NumberStage
from domain.titles import Title

_SPACE: Final = UUID("8f0b9d62-3c0e-5a44-9d0e-6a3f6a1f7a0e").bytes


class Reservation(msgspec.Struct, frozen=True, gc=False):
    """For which vehicle and owner a case has reserved the number."""

    case: UUID
    vehicle: Annotated[UUID, HIDDEN]
    owner_index: Annotated[bytes, HIDDEN]


class PlateNumber(State, frozen=True):
    """``holder`` is the case that has the number, or the vehicle itself.

    What a window is about to give keeps its ``reservation`` until the vehicle bears it.
    """

    stage: NumberStage = NumberStage.FREE
    holder: Annotated[UUID | None, Title("占用案件", "held by the case")] = None
    vehicle: Annotated[UUID | None, HIDDEN] = None
    offered_until: datetime | None = None
    reservation: Annotated[Reservation | None, HIDDEN] = None
    kept_until: Annotated[date | None, Title("号码保留至", "number kept until")] = None
    kept_for_index: Annotated[bytes | None, HIDDEN] = None

    def is_offered(self, now: datetime) -> bool:
        """Whether whom it was offered to may still choose it."""
        return self.stage is NumberStage.OFFERED and bool(
            self.offered_until and now <= self.offered_until
        )

    def is_had(self) -> bool:
        """Whether it is reserved, about to be issued, or in use."""
        return self.stage not in (NumberStage.FREE, NumberStage.OFFERED)


def plate_number(index: bytes) -> UUID:
    """The stream of a number, by its index and that of its kind under the name key."""
    return uuid5(_SPACE, f"plate_number:{index.hex()}")
