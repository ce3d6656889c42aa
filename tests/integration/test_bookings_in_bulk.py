"""What the office does to many bookings at once, and who gets a seat that somebody lets go."""

from collections import Counter
from collections.abc import AsyncIterator
from datetime import date, timedelta
from typing import Final
from uuid import UUID

import pytest

from domain.calendar import local_day
from domain.case.appointment.commands import ConfirmBooking
from domain.case.appointment.events import (
    BookingCancelledByOffice,
    BookingMovedByOffice,
    SeatAllotted,
)
from domain.case.case import CASE
from domain.case.overlays.commands import WithdrawCase
from domain.case.stage import Stage
from domain.case_id import new_case_id
from domain.door.door import Begun
from domain.event_store.transaction import Connection
from domain.offices.plan_kind import PlanKind
from domain.plans.cancel_reason import CancelReason
from domain.plans.commands import CancelPlan, PublishPlan
from domain.plans.events import SeatRelease
from domain.plans.plan import PLAN
from domain.plans.state import plan_of
from projections.appointments.queries import periods_of
from tests.kit.booked import OPENED
from tests.kit.closing import City, city
from tests.kit.life import CHECKER, HQ, MORNING, submission
from tests.kit.offices import CITIZEN, asked

PAGE: Final = 3
STATION: Final = "410100.ins1"
ON: Final = local_day(MORNING) + timedelta(days=7)
LATER: Final = ON + timedelta(days=7)
SEATS: Final = 7


@pytest.fixture
async def place(
    database_url: str, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[City]:
    monkeypatch.setattr("workers.reactions.slices.PAGE", PAGE)
    async with city(database_url, connection, OPENED) as opened:
        await opened.open(STATION)
        await publish(opened, ON, SEATS)
        yield opened


async def publish(place: City, on: date, seats: int) -> None:
    released = (SeatRelease("14", seats, MORNING - timedelta(days=1)),)
    command = PublishPlan(kind=PlanKind.STATION, place=STATION, on=on, releases=released)
    plan = plan_of(PlanKind.STATION, STATION, on)
    await place.office.door.handle(PLAN, plan, command, asked(command, HQ))


async def books(place: City, number: int, *, waits: bool = False) -> UUID:
    command = submission("inspection_booking", number, local_day(MORNING), waits_if_full=waits)
    begun = Begun(new_case_id(), command, asked(command, CITIZEN))
    return (await place.office.door.begin(CASE, begun)).stream


async def confirmed(place: City, cases: int) -> list[UUID]:
    """So many bookings, each of them confirmed."""
    booked = [await books(place, number) for number in range(1, cases + 1)]
    for case in booked:
        await place.office.do(case, CHECKER, ConfirmBooking())
    return booked


async def told(place: City, case: UUID, kind: type) -> int:
    return sum(isinstance(event, kind) for event in await place.events(case))


async def test_a_place_that_closes_cancels_each_booking_once_and_none_is_missed(
    place: City,
) -> None:
    cases = await confirmed(place, SEATS)
    await place.close()
    await place.follow()
    await place.follow()
    assert [await told(place, each, BookingCancelledByOffice) for each in cases] == [1] * SEATS
    stands = await periods_of(place.connection, PlanKind.STATION, STATION, ON)
    assert (stands["14"].taken, stands["14"].missed) == (0, 0)


async def test_a_day_that_is_moved_gives_new_seats_as_far_as_there_are_any(place: City) -> None:
    cases = await confirmed(place, SEATS)
    await publish(place, LATER, 4)
    cancel = CancelPlan(reason=CancelReason.EQUIPMENT, moved_to=LATER)
    plan = plan_of(PlanKind.STATION, STATION, ON)
    await place.office.door.handle(PLAN, plan, cancel, asked(cancel, HQ))
    await place.follow_one_step()
    await place.connection.execute(
        "UPDATE reaction_position SET target = NULL, done = 0 WHERE cause IS NOT NULL"
    )
    await place.follow()
    moved = [await told(place, each, BookingMovedByOffice) for each in cases]
    gone = [await told(place, each, BookingCancelledByOffice) for each in cases]
    assert [one + other for one, other in zip(moved, gone, strict=True)] == [1] * SEATS
    assert sum(moved) == 4
    booked = [(await place.state(each)).appointment for each in cases]
    numbers = [each.number for each in booked if each and each.on == LATER]
    assert sorted(filter(None, numbers)) == [1, 2, 3, 4]
    stages = Counter([(await place.state(each)).stage for each in cases])
    assert stages == {Stage.ACCEPTED: 4, Stage.WITHDRAWN: 3}


async def test_a_freed_seat_goes_to_whoever_has_waited_longest(place: City) -> None:
    cases = await confirmed(place, SEATS)
    waiting = [await books(place, number, waits=True) for number in range(101, 104)]
    await place.follow()
    stands = await periods_of(place.connection, PlanKind.STATION, STATION, ON)
    assert (stands["14"].taken, stands["14"].waiting) == (SEATS, 3)
    let_go = (await place.state(cases[2])).appointment
    await place.office.do(cases[2], CITIZEN, WithdrawCase())
    await place.follow()
    assert [await told(place, each, SeatAllotted) for each in waiting] == [1, 0, 0]
    got = (await place.state(waiting[0])).appointment
    assert got == let_go
    assert got is not None
