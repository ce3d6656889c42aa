"""What Zhengzhou has entered in its register: one problem is open, one is closed."""

from datetime import date, timedelta
from typing import Final
from uuid import uuid4

from domain.door.door import Begun, Door
from domain.improvements.area import ImprovementArea
from domain.improvements.commands import CloseImprovement, EnterImprovement
from domain.improvements.improvement import IMPROVEMENT
from domain.offices.tree import ZHENGZHOU, detachment_of
from domain.people import Actor, Role
from tests.kit.offices import asked

_HEAD: Final = Actor(Role.SUPERVISOR, "head", detachment_of(ZHENGZHOU))


def to_enter(today: date, area: ImprovementArea = ImprovementArea.TELEPHONE) -> EnterImprovement:
    """A problem of the city office of Zhengzhou, which is due in ten days."""
    return EnterImprovement(
        region=ZHENGZHOU,
        area=area,
        problem="上午九时至十时咨询电话无人接听较多",
        action="增加一名接线人员，九时前到岗",
        responsible=ZHENGZHOU,
        due_on=today + timedelta(days=10),
    )


async def improvements_entered(door: Door, today: date) -> None:
    for area in (ImprovementArea.TELEPHONE, ImprovementArea.HYGIENE):
        stream, command = uuid4(), to_enter(today, area)
        await door.begin(IMPROVEMENT, Begun(stream, command, asked(command, _HEAD)))
        if area is ImprovementArea.HYGIENE:
            close = CloseImprovement(learned="排班应当与来电高峰一致")
            await door.handle(IMPROVEMENT, stream, close, asked(close, _HEAD))
