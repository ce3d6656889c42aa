"""The days on which somebody may come to a place, each with what is free, full or closed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from api.desk import Desk
from api.views.openings import prefectures
from api.views.seat_day import PeriodSeats, SeatDay, seats_of
from domain.event_store.transaction import Connection
from domain.offices.plan_kind import PlanKind
from domain.offices.tree import OFFICES
from domain.plans.state import PlanStage
from domain.prefectures.openness import Why, openness
from domain.services.blocks.appointment.ahead import DAYS_AHEAD
from domain.services.service import Service
from projections.appointments.queries import days_of


class DayStands(StrEnum):
    """What can be done about a day."""

    FREE = "free"
    FULL = "full"
    NOT_YET = "not_yet"
    CLOSED = "closed"
    ENDED = "ended"
    CANCELLED = "cancelled"
    UNANNOUNCED = "unannounced"


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """``why`` says why the place is closed, and ``more_at`` when seats are given next."""

    on: date
    stands: DayStands
    periods: tuple[PeriodSeats, ...] = ()
    why: Why | None = None

    @property
    def free(self) -> int:
        return sum(each.free for each in self.periods)

    @property
    def waiting(self) -> int:
        return sum(each.waiting for each in self.periods)

    @property
    def more_at(self) -> datetime | None:
        return min((each.more_at for each in self.periods if each.more_at), default=None)

    @property
    def is_offered(self) -> bool:
        """Whether one can book a seat of the day, or wait for one."""
        return self.stands in (DayStands.FREE, DayStands.FULL, DayStands.NOT_YET)


async def calendar(
    desk: Desk, reading: Connection, kind: PlanKind, place: str, service: Service[Any]
) -> Sequence[CalendarDay]:
    """Every day for which an appointment can be made, from tomorrow on.

    The counts may be some seconds old. Whoever books is asked again.
    """
    today, office = desk.today, OFFICES[place]
    states = await prefectures(desk, [office.region_code])
    ahead = [today + timedelta(days=n) for n in range(1, DAYS_AHEAD.on(today) + 1)]
    stands = await days_of(reading, kind, place, ahead[0], ahead[-1])
    found = []
    for on in ahead:
        opening = openness(states[office.region_code], office, service.business, on)
        if not opening.open:
            found.append(CalendarDay(on, DayStands.CLOSED, why=opening.why))
            continue
        day = await seats_of(desk, kind, place, on, stands.get(on, {}))
        found.append(CalendarDay(on, _stands(day), day.periods))
    return found


def _stands(day: SeatDay) -> DayStands:
    match day.stage:
        case PlanStage.NEW:
            return DayStands.UNANNOUNCED
        case PlanStage.CLOSED:
            return DayStands.ENDED
        case PlanStage.CANCELLED:
            return DayStands.CANCELLED
    if any(each.free for each in day.periods):
        return DayStands.FREE
    given = any(each.given for each in day.periods)
    return DayStands.FULL if given else DayStands.NOT_YET
