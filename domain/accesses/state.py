"""The record of who has looked at one case, and which record belongs to a case."""

from contextlib import suppress
from datetime import datetime
from typing import Annotated, Final
from uuid import UUID

import msgspec

from domain.accesses.kind import CaseAspect
from domain.aggregate import State
from domain.choice import Choice
from domain.hidden import HIDDEN
from domain.name_based import uuid5
from domain.people import Role
from domain.titles import Title

_SPACE: Final = UUID("8f0b9d62-3c0e-5a44-9d0e-6a3f6a1f7a41").bytes


class AccessStage(Choice):
    """``NONE`` is the record before its first event, and is never stored."""

    NONE = "none", "尚无查阅", "Nobody has looked"
    KEPT = "kept", "已有查阅记录", "Somebody has looked"


class Looked(msgspec.Struct, frozen=True, gc=False):
    """One who has looked at one view in the hour."""

    role: Role
    officer: str
    view: CaseAspect


class AccessRecord(State, frozen=True):
    """``office`` handled the case at the last look. ``in_hour`` are the looks of the last hour."""

    stage: AccessStage = AccessStage.NONE
    case: UUID = UUID(int=0)
    office: str = ""
    hour: Annotated[datetime | None, HIDDEN] = None
    in_hour: Annotated[tuple[Looked, ...], HIDDEN] = ()
    views: Annotated[int, Title("查阅次数", "views")] = 0
    reveals: Annotated[int, Title("查看个人信息次数", "reveals")] = 0


def access_record_of(case: UUID) -> UUID:
    """The record of a case. Each case has one."""
    return access_record_named(str(case))


def access_record_named(case: str) -> UUID:
    """The same of an id that may be written in capitals or without hyphens."""
    with suppress(ValueError):
        case = str(UUID(case))
    return uuid5(_SPACE, case)
