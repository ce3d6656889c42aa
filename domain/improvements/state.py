"""An improvement as its history says it is."""

from datetime import date
from typing import Annotated

import msgspec

from domain.aggregate import State
from domain.choice import Choice
from domain.improvements.area import ImprovementArea
from domain.titles import Title


class ImprovementStage(Choice):
    """``OVERDUE`` is open as well: its last day has passed."""

    NEW = "new", "未登记", "Not entered"
    OPEN = "open", "整改中", "Being put right"
    OVERDUE = "overdue", "逾期未整改", "Overdue"
    CLOSED = "closed", "已整改销号", "Closed"


class MovedDue(msgspec.Struct, frozen=True, gc=False):
    """The last day was moved from ``due_before``, for this reason."""

    due_before: Annotated[date, Title("原整改期限", "due before")]
    reason: Annotated[str, Title("调整理由", "reason of the change")]


class Improvement(State, frozen=True):
    """``moved`` are the changes of the last day, in the order in which they were made."""

    stage: ImprovementStage = ImprovementStage.NEW
    region: str = ""
    area: ImprovementArea | None = None
    problem: str = ""
    action: str = ""
    responsible: str = ""
    due_on: date | None = None
    moved: Annotated[tuple[MovedDue, ...], Title("期限调整", "changes of the day due")] = ()
    closed_on: date | None = None
    learned: str = ""
