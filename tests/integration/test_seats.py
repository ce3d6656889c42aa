"""Many want few seats at once, in two processes: each seat has one winner, and nobody is misled."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Final
from uuid import UUID, uuid4

import pytest

from domain.calendar import local_day
from domain.case.appointment.events import BookingRequested
from domain.case.appointment.refusals import BookingsClosed, NoSeatLeft
from domain.case.case import CASE
from domain.case_id import new_case_id
from domain.door.door import Begun
from domain.door.outcome import Outcome
from domain.offices.plan_kind import PlanKind
from domain.plans.commands import ClosePlan, PublishPlan
from domain.plans.events import SeatRelease
from domain.plans.plan import PLAN
from domain.plans.state import plan_of
from domain.refusal import Refusal
from domain.seats.commands import SeatAt
from domain.seats.seat import SEAT
from domain.seats.state import seat_of
from tests.kit.booked import OPENED
from tests.kit.life import HQ, MORNING, submission
from tests.kit.offices import CITIZEN, OpenOffice, asked, open_office

TODAY: Final = local_day(MORNING)
ON: Final = TODAY + timedelta(days=7)
STATION: Final = "410100.ins1"
PLAN_AT: Final = plan_of(PlanKind.STATION, STATION, ON)
SEATS: Final = 8
CLIENTS: Final = 48


@pytest.fixture
async def two_offices(database_url: str) -> AsyncIterator[tuple[OpenOffice, OpenOffice]]:
    """Two processes over one store, with a plan for a day."""
    async with (
        open_office(database_url, catalogue=OPENED) as one,
        open_office(database_url, catalogue=OPENED) as other,
    ):
        released = (SeatRelease("14", SEATS, MORNING - timedelta(days=1)),)
        publish = PublishPlan(kind=PlanKind.STATION, place=STATION, on=ON, releases=released)
        await one.door.handle(PLAN, PLAN_AT, publish, asked(publish, HQ))
        yield one, other


async def booking(office: OpenOffice, number: int, case: UUID) -> Outcome | Refusal:
    """What the ``number``-th applicant is told."""
    given = submission("inspection_booking", number, TODAY)
    begun = Begun(case, given, asked(given, CITIZEN, key=uuid4()))
    try:
        return await office.door.begin(CASE, begun)
    except Refusal as refusal:
        return refusal


async def test_as_many_win_as_there_are_seats_and_the_others_hear_that_none_is_left(
    two_offices: tuple[OpenOffice, OpenOffice],
) -> None:
    cases = [new_case_id() for _ in range(CLIENTS)]
    told = await asyncio.gather(
        *(booking(two_offices[n % 2], n, case) for n, case in enumerate(cases))
    )
    assert Counter(map(type, told)) == {Outcome: SEATS, NoSeatLeft: CLIENTS - SEATS}
    holders: list[UUID] = []
    for number in range(1, SEATS + 1):
        seat = SeatAt(PlanKind.STATION, STATION, ON, "14", number)
        opened, _ = await two_offices[0].door.open(SEAT, seat_of(seat), HQ)
        assert opened.state.holder is not None
        holders.append(opened.state.holder)
        _, history = await two_offices[0].door.open(CASE, opened.state.holder, HQ)
        requested = [e.event for e in history if isinstance(e.event, BookingRequested)]
        assert [each.number for each in requested] == [number]
    winners = {each.stream for each in told if isinstance(each, Outcome)}
    assert set(holders) == winners
    assert len(holders) == len(winners) == SEATS


async def test_whoever_comes_after_the_plan_has_closed_hears_that(
    two_offices: tuple[OpenOffice, OpenOffice],
) -> None:
    one, other = two_offices
    assert isinstance(await booking(other, 1, new_case_id()), Outcome)
    await one.door.handle(PLAN, PLAN_AT, ClosePlan(), asked(ClosePlan(), HQ))
    assert isinstance(await booking(other, 2, new_case_id()), BookingsClosed)
