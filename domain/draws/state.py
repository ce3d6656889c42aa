"""A draw as its history says it is, and which stream is that of a prefecture and a day."""

from contextlib import suppress
from datetime import date, datetime
from typing import Annotated, Final
from uuid import UUID

from domain.aggregate import State
from domain.choice import Choice
from domain.hidden import HIDDEN, SEALED
from domain.name_based import uuid5

_SPACE: Final = UUID("8f0b9d62-3c0e-5a44-9d0e-6a3f6a1f7a50").bytes
_LOCAL_DAY: Final = 10
"""The length of a day as ISO 8601 writes it."""


class DrawStage(Choice):
    """``NEW`` is the draw before its first event, and is never stored."""

    NEW = "new", "尚未公布承诺值", "Not committed to"
    COMMITTED = "committed", "承诺值已公布", "Committed to"
    REVEALED = "revealed", "种子已公开", "Seed revealed"


class DayDraw(State, frozen=True):
    """The draw of one prefecture on one local day. The seed is empty until it is revealed."""

    stage: DrawStage = DrawStage.NEW
    region: str = ""
    day: date = date.min
    commitment: str = ""
    opens_at: datetime | None = None
    key_id: Annotated[UUID | None, HIDDEN] = None
    sealed: Annotated[dict[str, str], SEALED] = {}
    seed: str = ""


def draw_of(region: str, day: date) -> UUID:
    """The draw of a prefecture, by its code, on a local day."""
    return uuid5(_SPACE, f"{region}:{day.isoformat()}")


def draw_named(name: str) -> UUID:
    """The same of a name such as ``410100-2020-02-24``. Other texts name no draw."""
    region, day = name[: -_LOCAL_DAY - 1], name[-_LOCAL_DAY:]
    with suppress(ValueError):
        return draw_of(region, date.fromisoformat(day))
    return uuid5(_SPACE, name)
