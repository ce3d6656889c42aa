"""The system confirms an appointment alone, unless a check or a person speaks against it."""

from msgspec.structs import replace

from domain.case.grounds import Hold
from tests.kit.booked import Booked
from tests.unit.case.appointments import asks, taken
from workers.checker import may_confirm


def test_a_booking_with_a_seat_is_confirmed_if_nothing_speaks_against_it() -> None:
    current = Booked("inspection_booking", 1).state
    assert may_confirm(current)
    assert may_confirm(replace(current, checks={"C-VSTAT": True}))


def test_a_failed_check_leaves_it_to_an_officer() -> None:
    current = Booked("inspection_booking", 1).state
    assert not may_confirm(replace(current, checks={"C-VSTAT": True, "C-INSPECTION-DUE": False}))


def test_nobody_confirms_a_booking_that_has_no_seat_or_rests() -> None:
    waits = asks(taken(1, 2, 3, 4, 5), waits_if_full=True).after
    assert not may_confirm(waits)
    current = Booked("inspection_booking", 1).state
    assert not may_confirm(replace(current, holds=frozenset({Hold.SYSTEM_DOWN})))
