"""CALL LOG: the calls of the offices of a prefecture, a day at a time (R15: 电话有人接)."""

from collections.abc import Sequence
from typing import Final

from msgspec.structs import asdict, replace

from domain.aggregate import Aggregate, Decision, Effect
from domain.call_logs import commands, events
from domain.call_logs.call_day import CallDay
from domain.call_logs.refusals import (
    CallDayNotOver,
    CallDayOfAnotherPrefecture,
    CallsFewerThanBefore,
)
from domain.call_logs.state import CallLog, CallLogStage, day_key
from domain.call_logs.words import WORDS
from domain.circumstances import Circumstances
from domain.offices.tree import OFFICES, prefecture_of
from domain.people import Role


def _record(
    current: CallLog, command: commands.RecordCallDays, at: Circumstances
) -> Sequence[events.CallLogEvent]:
    """What is on record already is not recorded again."""
    for day in command.days:
        if day.office not in OFFICES or prefecture_of(day.office) != command.region:
            raise CallDayOfAnotherPrefecture(office=day.office)
        if day.on >= at.today:
            raise CallDayNotOver(on=day.on.isoformat())
        known = current.day(day.office, day.on)
        if known and known.offered > day.offered:
            raise CallsFewerThanBefore(
                office=day.office, on=day.on.isoformat(), recorded=known.offered
            )
    return [
        events.CallDayRecorded(region=command.region, **asdict(day))
        for day in command.days
        if current.day(day.office, day.on) != day
    ]


def _recorded(current: CallLog, event: events.CallDayRecorded) -> CallLog:
    day = CallDay(
        office=event.office,
        on=event.on,
        offered=event.offered,
        answered=event.answered,
        waited_s=event.waited_s,
    )
    days = {**current.days, day_key(day.office, day.on): day}
    return replace(current, region=event.region, days=days)


CALL_LOG: Final = Aggregate(
    kind="call_log",
    initial=CallLog(),
    event=events.CallLogEvent,
    command=commands.CallLogCommand,
    decisions=(
        Decision(
            commands.RecordCallDays,
            at=set(CallLogStage),
            by={Role.SYSTEM},
            decide=_record,
        ),
    ),
    effects=(Effect(events.CallDayRecorded, to=CallLogStage.KEPT, change=_recorded),),
    words=WORDS,
    office=lambda current: current.region,
)
