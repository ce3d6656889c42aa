"""A station closes while people are booked there, and whoever carries that out dies on the way."""

from typing import Final

from cheguan.bench.closing_bookings import measure
from tests.faults.sizes import BOOKINGS

_KILLS: Final = 2


def test_each_booking_of_a_closed_station_is_cancelled_once_and_was_foretold() -> None:
    report = measure(bookings=BOOKINGS, kills=_KILLS, tell=lambda _: None)
    held = [check.text for check in report.checks if check.held]
    assert held == [
        f"{BOOKINGS:,} of {BOOKINGS:,} in the preview",
        f"{BOOKINGS:,} of {BOOKINGS:,} cancelled once by the office and ended by nothing else",
        f"{BOOKINGS:,} of {BOOKINGS:,} seats let go",
    ]
