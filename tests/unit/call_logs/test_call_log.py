"""The calls of a day are on record once, as the whole day has them (R15)."""

from datetime import UTC, date, datetime

import pytest

from domain.calendar import Calendar
from domain.call_logs.call_day import CallDay
from domain.call_logs.call_log import CALL_LOG
from domain.call_logs.commands import RecordCallDays
from domain.call_logs.events import CallDayRecorded
from domain.call_logs.refusals import (
    CallDayNotOver,
    CallDayOfAnotherPrefecture,
    CallsFewerThanBefore,
)
from domain.call_logs.state import CallLog, call_log_of
from domain.circumstances import Circumstances
from domain.message import Event
from domain.people import system
from domain.services.catalogue import CATALOGUE

NOW = datetime(2020, 2, 24, 2, tzinfo=UTC)


def day(office: str = "410100", on: date = date(2020, 2, 23), offered: int = 10) -> CallDay:
    return CallDay(office=office, on=on, offered=offered, answered=8, waited_s=96)


def record(*days: CallDay, before: CallLog | None = None) -> tuple[Event, ...]:
    at = Circumstances(NOW, system("call-log"), call_log_of("410100"), CATALOGUE, Calendar())
    command = RecordCallDays(region="410100", days=days)
    return CALL_LOG.decide(before or CallLog(), command, at).events


@pytest.mark.requirement("R15")
def test_the_calls_of_a_day_are_on_record_once() -> None:
    told = record(day(), day("410122"))
    assert told[0] == CallDayRecorded(
        region="410100",
        office="410100",
        on=date(2020, 2, 23),
        offered=10,
        answered=8,
        waited_s=96,
    )
    assert len(told) == 2
    assert record(day(), day("410122"), before=CALL_LOG.fold(told)) == ()


def test_a_fuller_export_of_the_day_comes_in_the_place_of_the_first() -> None:
    known = CALL_LOG.fold(record(day()))
    (again,) = record(day(offered=12), before=known)
    after = CALL_LOG.fold([again])
    assert after.day("410100", date(2020, 2, 23)) == day(offered=12)
    with pytest.raises(CallsFewerThanBefore) as refused:
        record(day(offered=9), before=known)
    assert refused.value.recorded == 10


def test_one_wrong_day_is_enough_for_none_to_be_taken_over() -> None:
    with pytest.raises(CallDayNotOver):
        record(day(), day(on=date(2020, 2, 24)))
    with pytest.raises(CallDayOfAnotherPrefecture):
        record(day(), day("410300"))
    with pytest.raises(CallDayOfAnotherPrefecture):
        record(day("nowhere"))
