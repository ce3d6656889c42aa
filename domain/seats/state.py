"""A seat as its history says it is, and where it stands.

Its stream is computed from its name, so the event store's primary key decides between two cases
that want the same seat at once.
"""

from contextlib import suppress
from datetime import datetime
from typing import Annotated, Final
from uuid import UUID

from domain.aggregate import State
from domain.choice import Choice
from domain.identifiers.invalid import InvalidIdentifier
from domain.identifiers.text import squeezed
from domain.name_based import uuid5
from domain.plans.state import plan_name
from domain.seats.commands import SeatAt
from domain.titles import Title

_SPACE: Final = UUID("c2f0a7d4-3e5b-5e19-8c7a-64b0f1d92e33").bytes


class SeatStage(Choice):
    FREE = "free", "空闲", "Free"
    TAKEN = "taken", "已预约", "Taken"
    CLOSED = "closed", "停用", "Closed"


class Seat(State, frozen=True):
    """Who has the seat. One to which nothing has happened is free."""

    stage: SeatStage = SeatStage.FREE
    place: Annotated[str, Title("地点", "place")] = ""
    holder: Annotated[UUID | None, Title("预约案件", "taken by the case")] = None
    kept_until: Annotated[datetime | None, Title("候补保留至", "kept for those who wait")] = None

    def free_to(self, now: datetime, *, waited: bool) -> bool:
        """Whether somebody can take it at this instant (UTC)."""
        if self.stage is not SeatStage.FREE:
            return False
        return waited or self.kept_until is None or self.kept_until <= now


def seat_name(seat: SeatAt) -> str:
    """The name of a seat, such as ``station:410100.ins1:2020-03-09:14:3``."""
    plan = plan_name(seat.kind, seat.place, seat.on)
    return f"{plan}:{seat.period}:{seat.number}"


def seat_of(seat: SeatAt) -> UUID:
    """The stream of a seat."""
    return uuid5(_SPACE, seat_name(seat))


def seat_named(name: str) -> UUID:
    """The stream of a seat by its name, as somebody has typed it. Other texts name no seat."""
    with suppress(InvalidIdentifier):
        name = squeezed(name).lower()
    return uuid5(_SPACE, name)
