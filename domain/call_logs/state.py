"""The telephone log of a prefecture, and where it stands."""

from datetime import date
from typing import Annotated, Final
from uuid import UUID

from domain.aggregate import State
from domain.call_logs.call_day import CallDay
from domain.choice import Choice
from domain.hidden import HIDDEN
from domain.name_based import uuid5
from domain.titles import Title

_SPACE: Final = UUID("8f0b9d62-3c0e-5a44-9d0e-6a3f6a1f7a9a").bytes


class CallLogStage(Choice):
    """``NEW`` is the log before its first event, and is never stored."""

    NEW = "new", "尚无话务记录", "No calls on record"
    KEPT = "kept", "已有话务记录", "Calls on record"


class CallLog(State, frozen=True):
    """The days that were taken over, by office and day."""

    stage: CallLogStage = CallLogStage.NEW
    region: Annotated[str, Title("市", "prefecture")] = ""
    days: Annotated[dict[str, CallDay], HIDDEN] = {}

    def day(self, office: str, on: date) -> CallDay | None:
        return self.days.get(day_key(office, on))


def day_key(office: str, on: date) -> str:
    return f"{office} {on.isoformat()}"


def call_log_of(region: str) -> UUID:
    """The log of a prefecture, by its code as somebody may have typed it."""
    return uuid5(_SPACE, region.strip())
