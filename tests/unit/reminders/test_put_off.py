"""A reminder waits for what a relief has moved, and while an application is open."""

from datetime import date, timedelta
from typing import Final

import pytest

from domain.clocks.clock import Clock
from domain.message import Event
from domain.refusal import NotAtThisStage
from domain.register.reminder_topic import ReminderTopic
from domain.reminders.commands import RemindHolder
from domain.reminders.events import HolderReminded, ReminderDropped, ReminderPutOff
from domain.reminders.kinds import DropReason, PutOffReason
from domain.reminders.rights import OnRecord
from tests.kit.reliefs import added, suspended
from tests.unit.reminders.records import (
    RECORD,
    bus_driver,
    given,
    licence,
    permit,
    round_on,
    vehicle,
)

EXPIRY: Final = date(2020, 5, 24)
OPENS: Final = date(2020, 2, 24)
LAST: Final = date(2020, 3, 31)
CASES: Final[list[tuple[OnRecord, Clock, date]]] = [
    (licence(valid_until=EXPIRY, years=6), Clock.LIC_RENEW, OPENS),
    (licence(medical_due_on=date(2020, 3, 1)), Clock.LIC_MEDICAL, date(2020, 2, 1)),
    (vehicle(date(2020, 5, 31)), Clock.INSP_DUE, date(2020, 3, 1)),
    (permit(date(2017, 5, 24), EXPIRY), Clock.LEARNER_PERMIT, OPENS),
]
"""Records, the clock by which their right is lost, and the first day of the reminder by law."""
_NAMES: Final = ["renewal", "medical", "inspection", "learner_permit"]


def renewable() -> OnRecord:
    return licence(valid_until=EXPIRY, years=6)


def put_off(events: tuple[Event, ...]) -> ReminderPutOff:
    (event,) = events
    assert isinstance(event, ReminderPutOff)
    return event


def reminded(events: tuple[Event, ...]) -> HolderReminded:
    (event,) = events
    assert isinstance(event, HolderReminded)
    return event


@pytest.mark.requirement("R31")
@pytest.mark.requirement("R34")
@pytest.mark.parametrize(("record", "clock", "first"), CASES, ids=_NAMES)
def test_while_a_relief_has_no_end_nobody_is_reminded_of_what_it_moves(
    record: OnRecord, clock: Clock, first: date
) -> None:
    open_relief = suspended(clock)
    event = put_off(round_on(first, record, reliefs=[open_relief]))
    assert (event.reason, event.until, event.relief) == (PutOffReason.RELIEF, None, "relief-1")
    assert round_on(first, record, [event], [open_relief]) == ()
    other = suspended(Clock.LIC_REVIEW)
    assert reminded(round_on(first, record, reliefs=[other])).until is not None


@pytest.mark.requirement("R31")
@pytest.mark.requirement("R34")
@pytest.mark.parametrize(("record", "clock", "first"), CASES, ids=_NAMES)
def test_once_its_end_is_known_the_reminder_comes_relative_to_the_day_that_it_gives(
    record: OnRecord, clock: Clock, first: date
) -> None:
    waits = put_off(round_on(first, record, reliefs=[suspended(clock)]))
    ended = suspended(clock, last=LAST)
    moved = put_off(round_on(first, record, [waits], [ended]))
    assert moved.until is not None
    assert moved.until > first
    day_before = moved.until - timedelta(days=1)
    assert round_on(day_before, record, [waits, moved], [ended]) == ()
    told = reminded(round_on(moved.until, record, [waits, moved], [ended]))
    assert told.until is not None
    assert told.until > told.last_on


def test_a_medical_window_that_lies_whole_in_the_epidemic_opens_after_it() -> None:
    """The cycle ends on 31 January 2020. No day from the 1st of February to the 31st of March
    counts, so the window is that from the 1st to the 30th of April."""
    record = licence(medical_due_on=date(2020, 3, 1))
    relief = suspended(Clock.LIC_MEDICAL, last=LAST)
    moved = put_off(round_on(date(2020, 2, 1), record, reliefs=[relief]))
    assert moved.until == date(2020, 4, 1)
    told = reminded(round_on(date(2020, 4, 1), record, [moved], [relief]))
    assert told.until == date(2020, 4, 30)


def test_three_months_more_put_a_reminder_off_by_three_months() -> None:
    relief = added(Clock.LIC_RENEW)
    moved = put_off(round_on(OPENS, renewable(), reliefs=[relief]))
    assert moved.until == date(2020, 5, 26)
    told = reminded(round_on(date(2020, 5, 26), renewable(), [moved], [relief]))
    assert (told.last_on, told.until) == (EXPIRY, date(2020, 8, 24))


def test_an_age_is_reached_whatever_a_relief_says_and_only_the_exchange_has_time() -> None:
    driver, first = bus_driver(date(1960, 3, 1)), date(2020, 1, 31)
    told = reminded(round_on(first, driver, reliefs=[suspended(Clock.OVERAGE_NOTICE)]))
    assert told.until is None
    relief = added(Clock.OVERAGE_NOTICE)
    told = reminded(round_on(first, driver, reliefs=[relief]))
    assert (told.last_on, told.until) == (date(2020, 4, 30), date(2020, 7, 30))


def test_while_an_application_is_open_it_is_looked_at_again_a_week_later() -> None:
    waits = put_off(round_on(OPENS, renewable(), application_open=True))
    assert (waits.reason, waits.until) == (PutOffReason.APPLICATION_OPEN, date(2020, 3, 2))
    assert round_on(OPENS, renewable(), [waits], application_open=True) == ()
    again = put_off(round_on(date(2020, 3, 2), renewable(), [waits], application_open=True))
    assert again.until == date(2020, 3, 9)
    assert reminded(round_on(date(2020, 3, 9), renewable(), [waits, again])).until == EXPIRY


def test_what_an_application_has_done_nobody_is_reminded_of() -> None:
    waits = put_off(round_on(OPENS, renewable(), application_open=True))
    renewed = licence(valid_until=date(2030, 5, 24), years=10)
    command = RemindHolder(record=RECORD, topic=ReminderTopic.RENEWAL, last_on=EXPIRY)
    (dropped,) = given(date(2020, 3, 2), command, renewed, [waits])
    assert isinstance(dropped, ReminderDropped)
    assert dropped.reason is DropReason.DONE
    assert given(date(2020, 3, 2), command, renewed) == ()


def test_an_application_that_is_open_on_the_last_days_ends_the_matter() -> None:
    (dropped,) = round_on(EXPIRY - timedelta(days=3), renewable(), application_open=True)
    assert isinstance(dropped, ReminderDropped)
    assert dropped.reason is DropReason.APPLICATION_OPEN
    assert dropped.office == "410100"


def test_nobody_is_reminded_twice() -> None:
    told = reminded(round_on(OPENS, renewable()))
    for history in ([told], [put_off(round_on(OPENS, renewable(), application_open=True)), told]):
        with pytest.raises(NotAtThisStage):
            round_on(OPENS, renewable(), history)
