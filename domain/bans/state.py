"""A ban as its history says it is, and which stream is that of a person."""

from datetime import date
from typing import Annotated, Final
from uuid import UUID

import msgspec

from domain.aggregate import State
from domain.choice import Choice
from domain.hidden import HIDDEN
from domain.name_based import uuid5

_SPACE: Final = UUID("8f0b9d62-3c0e-5a44-9d0e-6a3f6a1f7a0f").bytes


class BanStage(Choice):
    """The stages. What is barred up to a day is free from the next one on, without an event."""

    NONE = "none", "未受限", "Not barred"
    BARRED = "barred", "限制网上预选", "Barred from choosing online"


class BanGround(Choice):
    """Why somebody is barred."""

    RESERVATION_EXPIRED = (
        "reservation_expired",
        "预选号牌逾期未办理登记",
        "a reserved number was not used in time",
    )
    RESERVATION_VOIDED = (
        "reservation_voided",
        "预选信息与登记信息不符",
        "what was entered differs from the registration",
    )


class EarlierBan(msgspec.Struct, frozen=True, gc=False):
    """The ban of another case, which stands when a later one is lifted."""

    case: UUID
    ground: BanGround
    barred_until: date
    office: str
    id_no_index: bytes


class Ban(State, frozen=True):
    """Whoever is barred may choose again on the day after ``barred_until``.

    ``earlier`` are the bans of other cases, the last one at the end.
    """

    stage: BanStage = BanStage.NONE
    case: UUID | None = None
    ground: BanGround | None = None
    barred_until: date | None = None
    office: str = ""
    id_no_index: Annotated[bytes, HIDDEN] = b""
    earlier: Annotated[tuple[EarlierBan, ...], HIDDEN] = ()

    def bars(self, day: date) -> bool:
        return bool(self.barred_until and day <= self.barred_until)


def ban_of(index: bytes) -> UUID:
    """The stream of a person, by the index of his number under the name key."""
    return uuid5(_SPACE, f"ban:{index.hex()}")
