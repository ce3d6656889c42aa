"""Whoever leads takes on a figure in red for the day, as long as it does not get worse."""

from datetime import UTC, date, datetime, timedelta

import pytest

from domain.alarms import commands, events
from domain.alarms.alarm import ALARM
from domain.alarms.figure import AlarmFigure
from domain.alarms.refusals import AlarmDiffers, AlarmOfAnotherPlace
from domain.alarms.state import AlarmStage, alarm_named, alarm_of, heard
from domain.calendar import Calendar
from domain.circumstances import Circumstances
from domain.message import Command, Event
from domain.people import Actor, Role
from domain.refusal import NotAtThisStage, NotPermitted
from domain.services.catalogue import CATALOGUE

NOW = datetime(2020, 3, 2, 1, tzinfo=UTC)
TODAY = date(2020, 3, 2)
OVERDUE = AlarmFigure.OVERDUE
LUOYANG = "410300"
LEADER = Actor(Role.SUPERVISOR, "head", LUOYANG)
DETACHMENT = Actor(Role.SUPERVISOR, "duty", "410300-det")
HQ = Actor(Role.HQ, "watch")
TAKE = commands.TakeOnAlarm(region=LUOYANG, figure=OVERDUE, seen=5)
TAKEN = events.AlarmTakenOn(
    region=LUOYANG, figure=OVERDUE, seen=5, officer="head", body=LUOYANG, taken_on=TODAY
)
BACK = commands.GiveAlarmBack()


def told(
    command: Command,
    *history: Event,
    by: Actor = LEADER,
    now: datetime = NOW,
    region: str = LUOYANG,
) -> tuple[Event, ...]:
    stream = alarm_of(region, OVERDUE)
    at = Circumstances(now, by, stream, CATALOGUE, Calendar())
    return ALARM.decide(ALARM.fold(history), command, at).events


def test_whoever_leads_the_city_takes_it_on_and_it_is_his() -> None:
    assert told(TAKE) == (TAKEN,)
    state = ALARM.fold([TAKEN])
    assert (state.stage, state.officer, state.seen) == (AlarmStage.TAKEN_ON, "head", 5)


def test_whoever_has_it_already_says_nothing_new_until_it_is_worse_or_another_day() -> None:
    assert told(TAKE, TAKEN) == ()
    worse = commands.TakeOnAlarm(region=LUOYANG, figure=OVERDUE, seen=6)
    (again,) = told(worse, TAKEN)
    assert isinstance(again, events.AlarmTakenOn)
    assert (again.seen, again.instead_of) == (6, None)
    (tomorrow,) = told(TAKE, TAKEN, now=NOW + timedelta(days=1))
    assert isinstance(tomorrow, events.AlarmTakenOn)
    assert tomorrow.taken_on == date(2020, 3, 3)


def test_another_one_takes_over_and_the_history_names_both() -> None:
    (over,) = told(TAKE, TAKEN, by=DETACHMENT)
    assert isinstance(over, events.AlarmTakenOn)
    assert (over.officer, over.body, over.instead_of) == ("duty", "410300-det", "head")


def test_it_is_given_back_once_also_by_a_colleague_and_then_nobody_has_it() -> None:
    gone = events.AlarmGivenBack(officer="head")
    assert told(BACK, TAKEN) == told(BACK, TAKEN, by=DETACHMENT) == (gone,)
    assert ALARM.fold([TAKEN, gone]).stage is AlarmStage.GIVEN_BACK
    assert told(BACK, TAKEN, gone) == ()
    with pytest.raises(AlarmOfAnotherPlace):
        told(BACK, TAKEN, by=Actor(Role.SUPERVISOR, "other", "410100"))
    with pytest.raises(NotAtThisStage):
        told(BACK)
    (after,) = told(TAKE, TAKEN, gone, by=DETACHMENT)
    assert isinstance(after, events.AlarmTakenOn)
    assert after.instead_of is None


@pytest.mark.parametrize(
    "by",
    [
        Actor(Role.SUPERVISOR, "other", "410100"),
        Actor(Role.SUPERVISOR, "county", "410300.br1"),
        Actor(Role.SUPERVISOR, "nowhere"),
    ],
)
def test_nobody_takes_on_what_is_of_another_place(by: Actor) -> None:
    with pytest.raises(AlarmOfAnotherPlace):
        told(TAKE, by=by)


def test_those_of_the_province_are_of_the_headquarters_alone() -> None:
    take = commands.TakeOnAlarm(region="410000", figure=OVERDUE, seen=9)
    (taken,) = told(take, by=HQ, region="410000")
    assert isinstance(taken, events.AlarmTakenOn)
    assert taken.body == "41"
    with pytest.raises(AlarmOfAnotherPlace):
        told(take, by=DETACHMENT, region="410000")
    nowhere = commands.TakeOnAlarm(region="419999", figure=OVERDUE, seen=9)
    with pytest.raises(AlarmOfAnotherPlace):
        told(nowhere, by=HQ, region="419999")


def test_a_clerk_takes_on_none_and_the_address_names_it() -> None:
    with pytest.raises(NotPermitted):
        told(TAKE, by=Actor(Role.CLERK, "clerk", LUOYANG))
    with pytest.raises(AlarmDiffers) as refused:
        told(TAKE, by=HQ, region="410100")
    assert refused.value.alarm == "410300:backlog_overdue"
    assert alarm_named(" 410300:Backlog_Overdue ") == alarm_of(LUOYANG, OVERDUE)


@pytest.mark.parametrize(
    ("now", "days", "is_heard"), [(5, 0, True), (1, 0, True), (6, 0, False), (5, 1, False)]
)
def test_it_is_heard_on_its_day_while_it_is_no_worse(now: int, days: int, is_heard: bool) -> None:
    assert heard(5, TODAY, now=now, today=TODAY + timedelta(days=days)) is is_heard
