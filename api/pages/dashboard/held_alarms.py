"""Who has taken on which alarm, by the streams of the alarms themselves."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from api.desk import Desk
from api.views.standing_alarms import Held, StandingAlarm
from domain.alarms.alarm import ALARM
from domain.alarms.figure import AlarmFigure
from domain.alarms.state import alarm_of
from domain.door.refusals import NotFound
from domain.people import Actor
from projections.alarms.row import AlarmRow, folded


class HeldAlarms(NamedTuple):
    """``versions`` are those of the streams; an alarm that nobody ever took on has 0."""

    held: Held
    versions: Mapping[tuple[str, AlarmFigure], int]


async def held_alarms(desk: Desk, by: Actor, alarms: Iterable[StandingAlarm]) -> HeldAlarms:
    """Opens a stream for each alarm, which has a few events a day at most."""
    held: dict[tuple[str, AlarmFigure], AlarmRow] = {}
    versions: dict[tuple[str, AlarmFigure], int] = {}
    for each in alarms:
        key, stream = (each.region, each.figure), alarm_of(each.region, each.figure)
        versions[key] = 0
        try:
            opened, history = await desk.door.open(ALARM, stream, by)
        except NotFound:
            continue
        versions[key] = opened.version
        row = folded(stream, ((told.event, told.at) for told in history))
        if row is not None and row.held:
            held[key] = row
    return HeldAlarms(held, versions)
