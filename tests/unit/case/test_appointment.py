"""An appointment: requested with a seat, confirmed, put off, kept, missed or cancelled."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from domain.case.appointment import commands, events
from domain.case.appointment.refusals import (
    BookingsClosed,
    NoPlanThatDay,
    NoSeatLeft,
    NotLater,
    PeriodNotPlanned,
    PlaceClosedThatDay,
    SeatsNotGivenYet,
    TooLateToChange,
)
from domain.case.appointment.seating import drawn
from domain.case.booking import Booking
from domain.case.case import CASE
from domain.case.overlays.commands import WithdrawCase
from domain.case.review.commands import StartReview
from domain.case.review.refusals import ChecksFailed
from domain.case.stage import Stage
from domain.plans.events import PlanClosed, SeatRelease, SeatsAnnounced
from domain.plans.plan import PLAN
from domain.refusal import NotAsThingsStand
from domain.seats.commands import FreeSeat, TakeSeat
from domain.seats.seat import SEAT
from domain.seats.state import seat_of
from tests.kit.booked import Booked, announced
from tests.kit.life import CHECKER, CLERK, MORNING
from tests.unit.case.appointments import (
    KIND,
    ON,
    PLAN_AT,
    SEATS,
    STATION,
    TODAY,
    asks,
    booked,
    closed_from,
    gives,
    taken,
)


@pytest.mark.parametrize("service", ["inspection_booking", "nev_swap_booking"])
def test_an_appointment_is_free_and_nothing_is_owed_for_it(service: str) -> None:
    current = Booked(service, 1).state
    assert (current.fee_fen, current.payable_fen) == (0, 0)


def test_an_application_takes_the_first_free_seat_in_the_order_drawn_from_its_id() -> None:
    case = Booked("inspection_booking", 1).case
    first, second, *_ = order = drawn(range(1, 6), case)
    assert sorted(order) == [1, 2, 3, 4, 5]
    decided = asks()
    assert decided.events[1:] == (
        events.BookingRequested(kind=KIND, place=STATION, on=ON, period="14", number=first),
    )
    assert decided.after.stage is Stage.SUBMITTED
    seat = SEATS[first - 1]
    link = next(each for each in decided.links if each.to is SEAT)
    assert (link.stream, link.command) == (seat_of(seat), TakeSeat(**seat._asdict(), case=case))
    booking = asks(taken(first)).after.appointment
    assert booking
    assert booking.number == second


def test_two_cases_try_the_seats_in_different_orders() -> None:
    cases = [Booked("inspection_booking", number).case for number in range(1, 9)]
    assert len({tuple(drawn(range(1, 21), case)) for case in cases}) == 8


def test_the_period_is_full_only_when_every_seat_was_tried() -> None:
    assert asks(taken(1, 2, 3, 4)).after.appointment == Booking(KIND, STATION, ON, "14", 5)
    with pytest.raises(NoSeatLeft):
        asks(taken(1, 2, 3, 4, 5))


def test_who_is_ready_to_wait_waits_and_has_no_day_by_which_the_office_must_act() -> None:
    waits = asks(taken(1, 2, 3, 4, 5), waits_if_full=True)
    assert waits.events[1:] == (
        events.BookingWaitlisted(kind=KIND, place=STATION, on=ON, period="14"),
    )
    assert waits.after.deadline is None
    assert not [each for each in waits.links if each.to is SEAT]


def test_every_other_reason_is_told_by_its_name() -> None:
    with pytest.raises(NoPlanThatDay):
        asks({PLAN_AT: PLAN.initial})
    with pytest.raises(BookingsClosed):
        asks({PLAN_AT: PLAN.evolve(announced(KIND, STATION, ON), PlanClosed())})
    with pytest.raises(PeriodNotPlanned) as unplanned:
        asks(slot_period="16")
    assert unplanned.value.choices == ["09", "10", "14", "15"]
    later = MORNING + timedelta(days=1)
    to_come = (SeatRelease("16", 3, later),)
    plan = PLAN.evolve(announced(KIND, STATION, ON), SeatsAnnounced(releases=to_come))
    with pytest.raises(SeatsNotGivenYet) as early:
        asks({PLAN_AT: plan}, slot_period="16")
    assert early.value.given_from == later


def test_a_place_that_is_closed_on_the_day_offers_none() -> None:
    with pytest.raises(PlaceClosedThatDay):
        asks(closed_from(ON))
    assert asks(closed_from(ON + timedelta(days=1))).after.appointment


def test_a_booking_is_confirmed_unless_a_check_speaks_against_it() -> None:
    life = Booked("inspection_booking", 1)
    confirmed = gives(life, CHECKER, commands.ConfirmBooking(), {})
    assert confirmed.events == (events.BookingConfirmed(officer="checker"),)
    assert confirmed.after.stage is Stage.ACCEPTED
    life.state = replace(life.state, checks={"C-VSTAT": False})
    with pytest.raises(ChecksFailed):
        gives(life, CHECKER, commands.ConfirmBooking(), {})


def test_nobody_reviews_an_appointment() -> None:
    with pytest.raises(NotAsThingsStand):
        gives(booked(), CLERK, StartReview(), {})
    assert StartReview not in CASE.possible(booked().state)


def test_cancelling_is_free_until_the_day_before_and_frees_the_seat() -> None:
    life = booked()
    life.now = MORNING + timedelta(days=6)
    cancelled = gives(life, life.citizen, WithdrawCase(), {})
    assert cancelled.events == (events.BookingCancelled(),)
    assert cancelled.after.stage is Stage.WITHDRAWN
    assert [type(each.command) for each in cancelled.links if each.to is SEAT] == [FreeSeat]
    life.now += timedelta(days=1)
    with pytest.raises(TooLateToChange) as late:
        gives(life, life.citizen, WithdrawCase(), {})
    assert late.value.until == ON - timedelta(days=1)


def test_putting_off_takes_the_new_seat_and_frees_the_old_one() -> None:
    life, later = booked(), ON + timedelta(days=1)
    decided = gives(life, life.citizen, commands.PostponeBooking(on=later, period="09"), {})
    booking = decided.after.appointment
    assert booking
    assert (booking.on, booking.period, booking.postponed) == (later, "09", 1)
    assert decided.after.stage is Stage.ACCEPTED
    seats = [each for each in decided.links if each.to is SEAT]
    assert [type(each.command) for each in seats] == [FreeSeat, TakeSeat]
    assert len({each.stream for each in seats}) == 2


def test_an_appointment_is_put_off_and_not_brought_forward() -> None:
    life = booked()
    for on, period in ((ON, "14"), (ON, "09"), (ON - timedelta(days=1), "15")):
        with pytest.raises(NotLater):
            gives(life, life.citizen, commands.PostponeBooking(on=on, period=period), {})
    far = commands.PostponeBooking(on=TODAY + timedelta(days=31), period="09")
    with pytest.raises(NotLater):
        gives(life, life.citizen, far, {})
    full = taken(1, 2, 3, 4, 5, on=ON + timedelta(days=1))
    wish = commands.PostponeBooking(on=ON + timedelta(days=1), period="14")
    with pytest.raises(NoSeatLeft):
        gives(life, life.citizen, wish, full)
