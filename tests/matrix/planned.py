"""A plan that stands, and one of its seats that is closed."""

from datetime import UTC, datetime, timedelta
from typing import Final, NamedTuple

from api.desk import Desk
from domain.calendar import local_day
from domain.offices.plan_kind import PlanKind
from domain.offices.tree import ZHENGZHOU
from domain.plans.commands import PublishPlan
from domain.plans.events import SeatRelease
from domain.plans.plan import PLAN
from domain.plans.state import plan_name, plan_of
from domain.seats.commands import CloseSeat, SeatAt
from domain.seats.seat import SEAT
from domain.seats.state import seat_name, seat_of
from tests.kit.life import HQ
from tests.kit.offices import asked

STATION: Final = f"{ZHENGZHOU}.ins1"
GIVEN: Final = (SeatRelease("14", 5, datetime(2020, 2, 3, 1, tzinfo=UTC)),)


class Planned(NamedTuple):
    """The names of a plan and of a seat, and their day."""

    plan: str
    seat: str
    on: str


UNPLANNED: Final = Planned("", "", "")
"""Where no plan is asked for."""


async def plan_a_day(desk: Desk, ahead: int) -> Planned:
    """Publishes a plan for the day that lies so many days ahead."""
    on = local_day(desk.clock()) + timedelta(days=ahead)
    seat = SeatAt(PlanKind.STATION, STATION, on, "14", 3)
    publish = PublishPlan(kind=seat.kind, place=seat.place, on=on, releases=GIVEN)
    close = CloseSeat(**seat._asdict())
    plan = plan_of(seat.kind, seat.place, on)
    await desk.door.handle(PLAN, plan, publish, asked(publish, HQ))
    await desk.door.handle(SEAT, seat_of(seat), close, asked(close, HQ))
    return Planned(plan_name(seat.kind, seat.place, on), seat_name(seat), on.isoformat())
