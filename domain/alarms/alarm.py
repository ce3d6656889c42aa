"""ALARM: a figure of a place that stands in red, and the officer who sees to it (ADR 107)."""

from typing import Final

from msgspec.structs import replace

from domain.aggregate import Aggregate, Decision, Effect
from domain.alarms import commands, decisions, events
from domain.alarms.state import AlarmStage, FigureAlarm
from domain.alarms.words import WORDS
from domain.people import Role

_LEADERS: Final = frozenset({Role.SUPERVISOR, Role.HQ})


def _taken_on(current: FigureAlarm, event: events.AlarmTakenOn) -> FigureAlarm:
    return replace(
        current,
        region=event.region,
        figure=event.figure,
        seen=event.seen,
        officer=event.officer,
        body=event.body,
        taken_on=event.taken_on,
    )


ALARM: Final = Aggregate(
    kind="alarm",
    initial=FigureAlarm(),
    event=events.AlarmEvent,
    command=commands.AlarmCommand,
    decisions=(
        Decision(commands.TakeOnAlarm, at=set(AlarmStage), by=_LEADERS, decide=decisions.take_on),
        Decision(
            commands.GiveAlarmBack,
            at={AlarmStage.TAKEN_ON, AlarmStage.GIVEN_BACK},
            by=_LEADERS,
            decide=decisions.give_back,
            who=decisions.of_his_place,
        ),
    ),
    effects=(
        Effect(events.AlarmTakenOn, to=AlarmStage.TAKEN_ON, change=_taken_on),
        Effect(events.AlarmGivenBack, to=AlarmStage.GIVEN_BACK),
    ),
    words=WORDS,
    office=lambda current: current.region,
)
