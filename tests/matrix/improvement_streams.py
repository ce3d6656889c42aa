"""A problem in the register of Zhengzhou, one for each case of the matrix."""

from collections.abc import Mapping
from datetime import date
from typing import Final
from uuid import UUID

from msgspec.structs import replace

from domain.event_store.pending import StreamWrite
from domain.improvements.area import ImprovementArea
from domain.improvements.events import ImprovementEntered
from domain.name_based import uuid5
from domain.offices.tree import ZHENGZHOU, detachment_of
from tests.matrix.situations import Situation

_SPACE: Final = UUID("3b7d3f0c-93d5-5b1e-8f0e-52f4a3c1c0a9").bytes


def improvement_at(case: UUID) -> UUID:
    return uuid5(_SPACE, str(case))


def improvement_values(case: UUID, today: date) -> Mapping[str, str]:
    return {"improvement": str(improvement_at(case)), "improvement_due": today.isoformat()}


def an_improvement(case: UUID, situation: Situation) -> StreamWrite:
    """It is open, and its last day is the first of 2021."""
    like = situation.history[0]
    entered = ImprovementEntered(
        region=ZHENGZHOU,
        area=ImprovementArea.TELEPHONE,
        problem="上午电话无人接听较多",
        action="增加接线人员",
        responsible=ZHENGZHOU,
        due_on=date(2021, 1, 1),
        body=detachment_of(ZHENGZHOU),
    )
    return StreamWrite(improvement_at(case), 0, (replace(like, event=entered),))
