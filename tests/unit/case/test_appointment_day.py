"""The day of an appointment, a freed seat, and what the office does to many at once."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from domain.calendar import start_of_day
from domain.case.appointment import commands, events
from domain.case.appointment.day import APPOINTMENT_DAY
from domain.case.appointment.reasons import OfficeReason
from domain.case.appointment.refusals import (
    NotCheckedIn,
    NotOnThatDay,
    WaitsForSeat,
)
from domain.case.deadlines.commands import FollowOpenings
from domain.case.deadlines.refusals import DeadlineNotPassed
from domain.case.deadlines.timers import timer
from domain.case.grounds import Hold
from domain.case.overlays.commands import SetHold
from domain.case.stage import Stage
from domain.message import PassDeadline
from domain.seats.commands import FreeSeat, TakeSeat
from domain.seats.seat import SEAT
from tests.kit.booked import Booked
from tests.kit.life import CHECKER, CLERK, LEADER, MORNING, TIMEKEEPER
from tests.unit.case.appointments import (
    KIND,
    ON,
    SEATS,
    STATION,
    TODAY,
    asks,
    booked,
    closed_from,
    gives,
    taken,
)


def test_whoever_comes_is_checked_in_on_the_day_and_then_seen() -> None:
    life = booked()
    with pytest.raises(NotOnThatDay):
        gives(life, CLERK, commands.CheckIn(), {})
    life.now = MORNING + timedelta(days=7)
    with pytest.raises(NotCheckedIn):
        gives(life, CLERK, commands.RecordAttendance(), {})
    life.does(CLERK, commands.CheckIn(), commands.CheckIn(), commands.RecordAttendance())
    assert life.state.stage is Stage.COMPLETED
    assert [type(each.event) for each in life.envelopes[-2:]] == [
        events.ApplicantCheckedIn,
        events.AppointmentAttended,
    ]


def test_who_does_not_come_is_counted_when_the_day_is_over_and_no_earlier() -> None:
    life, over = booked(), PassDeadline(clock=APPOINTMENT_DAY)
    waits = timer(life.state)
    assert waits
    assert waits.clock == APPOINTMENT_DAY
    life.now = waits.at - timedelta(seconds=1)
    with pytest.raises(DeadlineNotPassed):
        gives(life, TIMEKEEPER, over, {})
    life.now = waits.at
    missed = gives(life, TIMEKEEPER, over, {})
    assert missed.events == (events.NoShowRecorded(),)
    assert missed.after.stage is Stage.LAPSED
    assert not [each for each in missed.links if each.to is SEAT]


def test_nobody_is_late_who_has_checked_in_or_was_never_confirmed() -> None:
    came = booked()
    came.now = MORNING + timedelta(days=7)
    assert timer(came.does(CLERK, commands.CheckIn()).state) is None
    asked = Booked("inspection_booking", 1)
    asked.now = MORNING + timedelta(days=8)
    ended = gives(asked, TIMEKEEPER, PassDeadline(clock=APPOINTMENT_DAY), {})
    assert ended.events == (events.BookingLapsed(),)


def test_nobody_has_missed_an_appointment_that_the_office_itself_has_put_on_hold() -> None:
    life = booked().does(LEADER, SetHold(kind=Hold.SYSTEM_DOWN))
    waits = timer(life.state)
    assert waits
    life.now = waits.at
    ended = gives(life, TIMEKEEPER, PassDeadline(clock=APPOINTMENT_DAY), {})
    assert ended.events == (events.BookingLapsed(),)


def test_a_freed_seat_is_given_to_who_waits_and_has_it_from_then_on() -> None:
    waits = Booked("inspection_booking", 1)
    waits.state = asks(taken(1, 2, 3, 4, 5), waits_if_full=True).after
    with pytest.raises(WaitsForSeat):
        gives(waits, CHECKER, commands.ConfirmBooking(), {})
    allot = commands.AllotSeat(**SEATS[2]._asdict())
    given = gives(waits, CHECKER, allot, {})
    assert given.events == (events.SeatAllotted(number=3, accept_by=TODAY + timedelta(days=1)),)
    link = next(each for each in given.links if each.to is SEAT)
    assert link.command == TakeSeat(**SEATS[2]._asdict(), case=waits.case, waited=True)
    assert gives(waits, CHECKER, allot, taken(3)).events == ()
    other = replace(allot, period="15")
    assert gives(waits, CHECKER, other, {}).events == ()


def test_a_seat_that_is_freed_on_the_day_itself_is_given_to_nobody_who_waits() -> None:
    """He could not cancel any more, and would be counted as one who has not come."""
    waits = Booked("inspection_booking", 1)
    waits.state = asks(taken(1, 2, 3, 4, 5), waits_if_full=True).after
    waits.now = start_of_day(ON)
    assert gives(waits, CHECKER, commands.AllotSeat(**SEATS[2]._asdict()), {}).events == ()
    waits.now -= timedelta(seconds=1)
    given = gives(waits, CHECKER, commands.AllotSeat(**SEATS[2]._asdict()), {})
    assert [type(each) for each in given.events] == [events.SeatAllotted]


CANCELLED_DAY = commands.FollowPlan(
    kind=KIND,
    place=STATION,
    on=ON,
    reason=OfficeReason.EPIDEMIC,
    basis="station:410100.ins1:2020-03-09",
)


def test_a_day_that_is_cancelled_cancels_its_bookings_and_counts_against_nobody() -> None:
    gone = gives(booked(), CHECKER, CANCELLED_DAY, {})
    assert gone.events == (
        events.BookingCancelledByOffice(reason=OfficeReason.EPIDEMIC, basis=CANCELLED_DAY.basis),
    )
    assert gone.after.stage is Stage.WITHDRAWN
    assert [type(each.command) for each in gone.links if each.to is SEAT] == [FreeSeat]


def test_a_day_that_is_moved_moves_its_bookings_as_far_as_there_are_seats() -> None:
    other = ON + timedelta(days=3)
    moves = replace(CANCELLED_DAY, moved_to=other)
    moved = gives(booked(), CHECKER, moves, {}).after
    assert moved.appointment
    assert moved.appointment.on == other
    assert moved.stage is Stage.ACCEPTED
    full = taken(1, 2, 3, 4, 5, on=other)
    assert gives(booked(), CHECKER, moves, full).after.stage is Stage.WITHDRAWN
    assert gives(booked(), CHECKER, moves, closed_from(other)).after.stage is Stage.WITHDRAWN


def test_a_booking_for_another_day_is_left_alone() -> None:
    life = booked()
    life.does(life.citizen, commands.PostponeBooking(on=ON + timedelta(days=1), period="14"))
    assert gives(life, CHECKER, CANCELLED_DAY, {}).events == ()


def test_a_place_that_closes_cancels_what_is_booked_for_its_days_and_nothing_before() -> None:
    gone = gives(booked(), CHECKER, FollowOpenings(), closed_from(ON))
    assert gone.events == (
        events.BookingCancelledByOffice(reason=OfficeReason.WINDOW_CLOSED, basis="410100-2"),
    )
    later = closed_from(ON + timedelta(days=1))
    assert gives(booked(), CHECKER, FollowOpenings(), later).events == ()
