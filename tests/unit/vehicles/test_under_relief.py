"""No inspection is overdue while a relief holds its day open, and a temporary plate still ends."""

from datetime import UTC, date, datetime

import pytest

from domain.calendar import end_of_day
from domain.clocks.clock import Clock
from domain.message import CountReliefs
from domain.register.vehicle import VehicleState
from domain.reliefs.events import ReliefEnded
from domain.timer import Timer
from domain.vehicles.events import VehicleDeadlineExtended
from domain.vehicles.vehicle import VEHICLE
from tests.kit.decided import decided
from tests.kit.reliefs import added, suspended
from tests.unit.vehicles.test_vehicle import (
    ENTERED,
    EXPIRED,
    LAPSED,
    MARK_DUE,
    PLATE,
    PLATE_DUE,
    RECORD,
)

DUE = date(2020, 5, 31)
OPEN = suspended(Clock.INSP_DUE)
HELD = VehicleDeadlineExtended(clock=Clock.INSP_DUE, old=DUE, new=None, relief="relief-1")


def test_the_mark_stays_good_while_the_relief_is_open() -> None:
    assert decided(VEHICLE, MARK_DUE, [ENTERED], end_of_day(DUE), reliefs=[OPEN]) == (HELD,)
    held = VEHICLE.fold([ENTERED, HELD])
    assert held.record.states == RECORD.states
    assert VEHICLE.timer
    assert VEHICLE.timer(held) is None


@pytest.mark.parametrize(("months", "until"), [(3, date(2020, 8, 31)), (1, date(2020, 6, 30))])
def test_the_mark_is_good_for_so_many_months_more(months: int, until: date) -> None:
    more = added(Clock.INSP_DUE, months=months)
    (event,) = decided(VEHICLE, MARK_DUE, [ENTERED], end_of_day(DUE), reliefs=[more])
    assert event == VehicleDeadlineExtended(
        clock=Clock.INSP_DUE, old=DUE, new=until, relief="relief-1"
    )
    assert VEHICLE.timer
    assert VEHICLE.timer(VEHICLE.fold([ENTERED, event])) == Timer(Clock.INSP_DUE, end_of_day(until))


def test_what_has_lapsed_is_good_again_by_a_relief_from_an_earlier_day_on() -> None:
    now = datetime(2020, 6, 10, 4, tzinfo=UTC)
    assert decided(VEHICLE, CountReliefs(), [ENTERED, LAPSED], now, reliefs=[OPEN]) == (HELD,)
    again = VEHICLE.fold([ENTERED, LAPSED, HELD])
    assert again.record.states == {VehicleState.NORMAL}
    assert decided(VEHICLE, CountReliefs(), [ENTERED, LAPSED], now) == ()


def test_an_open_mark_gets_its_day_when_the_relief_ends() -> None:
    now = datetime(2020, 6, 10, 4, tzinfo=UTC)
    ended = [suspended(Clock.INSP_DUE, first=date(2020, 5, 22)), _ended(date(2020, 6, 30))]
    (event,) = decided(VEHICLE, CountReliefs(), [ENTERED, HELD], now, reliefs=ended)
    assert event == VehicleDeadlineExtended(
        clock=Clock.INSP_DUE, old=DUE, new=date(2020, 7, 10), relief="relief-1"
    )


def test_no_relief_makes_a_temporary_plate_good_for_longer() -> None:
    over = end_of_day(date(2020, 3, 17))
    assert decided(VEHICLE, PLATE_DUE, [ENTERED, PLATE], over, reliefs=[OPEN]) == (EXPIRED,)


def _ended(last: date) -> ReliefEnded:
    return ReliefEnded(relief="relief-1", last=last)
