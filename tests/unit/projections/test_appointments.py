"""The appointments of a place are counted by what has become of each."""

from datetime import timedelta

from domain.case.appointment import commands
from domain.case.overlays.commands import WithdrawCase
from projections.appointments.row import Appointment, contribution, fold
from tests.kit.booked import Booked
from tests.kit.life import Life, recorded
from tests.unit.projections.appointments import booked, kept, missed


def row_of(life: Life) -> Appointment:
    """The row of a whole history, which is that of its events one by one too."""
    told = recorded([life])
    row = None
    for each in told:
        row = fold(row, [each])
    assert row == fold(None, told)
    assert row is not None
    return row


def counted(life: Life) -> set[str]:
    """What the case counts as, each once."""
    figures = contribution(row_of(life))
    assert set(figures.values()) == {1}
    return {key[-1] for key in figures}


def test_a_request_is_no_booking_until_it_is_confirmed() -> None:
    assert counted(Booked("inspection_booking", 1)) == {"requested"}
    assert counted(booked()) == {"booked", "confirmed"}


def test_who_comes_and_who_does_not_are_both_of_those_confirmed() -> None:
    assert counted(kept()) == {"kept", "confirmed"}
    assert counted(missed()) == {"missed", "confirmed"}


def test_what_is_cancelled_in_time_counts_against_nobody() -> None:
    life = booked()
    assert counted(life.does(life.citizen, WithdrawCase())) == {"cancelled"}


def test_an_appointment_that_is_put_off_counts_on_its_new_day_alone() -> None:
    life = booked()
    on = row_of(life).day + timedelta(days=1)
    row = row_of(life.does(life.citizen, commands.PostponeBooking(on=on, period="09")))
    assert (row.day, row.period) == (on, "09")
    assert {key[2:4] for key in contribution(row)} == {(on, "09")}


def test_a_case_without_an_appointment_has_no_row() -> None:
    assert fold(None, recorded([Life("vehicle_contact_change", 1)])) is None
