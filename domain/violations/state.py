"""A violation, and under which stream it is kept."""

from datetime import date, datetime
from typing import Annotated, Final
from uuid import UUID

from domain.aggregate import State
from domain.calendar import local_day
from domain.choice import Choice
from domain.hidden import HIDDEN, SEALED
from domain.identifiers.plate import PlateKind
from domain.name_based import uuid5

_SPACE: Final = UUID("8f0b9d62-3c0e-5a44-9d0e-6a3f6a1f7a60").bytes


class ViolationStage(Choice):
    """``NEW`` is the violation before its first event, and is never stored."""

    NEW = "new", "未记录", "Not on record"
    RECORDED = "recorded", "已采集，待审核录入", "Recorded, to be reviewed"
    DISCARDED = "discarded", "审核不予录入", "Not entered"
    ENTERED = "entered", "已录入", "Entered"
    PUBLISHED = "published", "已提供查询，未处理", "Published, not dealt with"
    FACTS_SHOWN = "facts_shown", "已告知，待处理", "Facts shown"
    DECIDED = "decided", "已处理", "Decided"
    DROPPED = "dropped", "不予处罚", "Not punished"
    SETTLED = "settled", "已缴款", "Fine paid"


class ViolationOnRecord(State, frozen=True):
    """``case`` is the one that deals with it, as long as one does."""

    stage: ViolationStage = ViolationStage.NEW
    office: str = ""
    occurred_at: datetime | None = None
    plate_kind: PlateKind | None = None
    plate_index: Annotated[bytes, HIDDEN] = b""
    key_id: Annotated[UUID | None, HIDDEN] = None
    sealed: Annotated[dict[str, str], SEALED] = {}
    act_code: str = ""
    fine_fen: int = 0
    points: int = 0
    enter_by: date | None = None
    publish_by: date | None = None
    case: UUID | None = None
    decision_no: str | None = None

    @property
    def occurred_on(self) -> date | None:
        """The local day on which it happened."""
        return local_day(self.occurred_at) if self.occurred_at else None


def violation_stream(index: bytes) -> UUID:
    """The violation whose number has this index under the name key."""
    return uuid5(_SPACE, index.hex())
