"""What three cities of the town found wanting in February, and what came of it.

One problem is put right in time, the day of one is moved, and one is left to pass its day.
"""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Final, NamedTuple
from uuid import UUID

from cheguan.town import officers
from cheguan.town.requests import town_request
from domain.calendar import OFFICE_ZONE
from domain.door.door import Begun, Door
from domain.improvements.area import ImprovementArea
from domain.improvements.commands import (
    CloseImprovement,
    EnterImprovement,
    ImprovementCommand,
    MoveImprovementDue,
)
from domain.improvements.improvement import IMPROVEMENT
from domain.name_based import uuid5
from domain.offices.tree import detachment_of
from domain.people import Actor

_SPACE: Final = UUID("9a2c51f3-6a1b-5c6f-9b39-0f4de7f2f6d1").bytes


class RegisterStep(NamedTuple):
    """A command to a problem, which has this ``version`` before. 0 begins it."""

    at: datetime
    stream: UUID
    version: int
    command: ImprovementCommand
    by: Actor


_PROBLEMS: Final = (
    EnterImprovement(
        region="410100",
        area=ImprovementArea.TELEPHONE,
        problem="上午九时至十时咨询电话占线多，群众反映打不进",
        action="增设两部咨询电话，上午高峰增派接线人员",
        responsible="410100",
        due_on=date(2020, 2, 19),
    ),
    EnterImprovement(
        region="410300",
        area=ImprovementArea.DELIVERY,
        problem="部分牌证交寄后两日内没有揽收扫描",
        action="与邮政速递每日核对交接清单，当日交寄当日扫描",
        responsible="410300",
        due_on=date(2020, 2, 20),
    ),
    EnterImprovement(
        region="411300",
        area=ImprovementArea.STAFF_AND_EQUIPMENT,
        problem="网办中心审核人员不足，积压逐日增加",
        action="抽调窗口民警充实网办中心，分两班审核",
        responsible="411300",
        due_on=date(2020, 2, 28),
    ),
)


def register_steps() -> Iterator[RegisterStep]:
    """By city, each in order. They are entered on 12 February."""
    telephone, delivery, staff = _PROBLEMS
    yield _step(12, telephone, 0, telephone)
    yield _step(
        18,
        telephone,
        1,
        CloseImprovement(learned="接线排班应当与来电高峰一致，占线率每日通报"),
    )
    yield _step(12, delivery, 0, delivery)
    yield _step(
        20,
        delivery,
        1,
        MoveImprovementDue(due_on=date(2020, 3, 6), reason="邮政速递部分揽收人员尚在隔离观察"),
    )
    yield _step(12, staff, 0, staff)


async def keep_register(door: Door, step: RegisterStep) -> None:
    """Carries the step out."""
    request = town_request(step.stream, step.version, step.command, step.by)
    if step.version:
        await door.handle(IMPROVEMENT, step.stream, step.command, request)
    else:
        await door.begin(IMPROVEMENT, Begun(step.stream, step.command, request))


def _step(
    day: int, problem: EnterImprovement, version: int, command: ImprovementCommand
) -> RegisterStep:
    at = datetime.combine(date(2020, 2, day), time(17), OFFICE_ZONE)
    stream = uuid5(_SPACE, f"{problem.region}:{problem.area}")
    return RegisterStep(
        at, stream, version, command, officers.leader(detachment_of(problem.region))
    )
